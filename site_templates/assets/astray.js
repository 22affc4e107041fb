/*
 * On the page for what is not there: a link whose # was written as a number on its way, or full-width, names a page that exists nowhere.
 * It leads to the page that was meant, with its answers.
 */
{
  const [page, ...rest] = location.href.split(/(?:%(?:25)*23|%EF%BC%83|%EF%BC%9F)(?=[a-z]|%EF%B[CD])/i);
  if (rest.length > 0) location.replace(`${page}#${rest.join('%23')}`);
}
