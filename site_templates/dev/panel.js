/**
 * The panel of the working server: sample people with what moved, mistakes that the check found, a new page after a save.
 * It never enters a built site.
 *
 * @typedef {{title: string, points: string, outcome: string, was: string}} Person
 * @typedef {{file: string, line: number, column: number, code: string, severity: string, message: string, hint: string}} Mistake
 * @typedef {{stamp: string, revision: string, people: Person[], engine_behind: boolean, checked: {diagnostics: Mistake[], said?: string} | null}} News
 */

const AGAIN_MS = 300;

const panel = document.createElement("details");
panel.className = "dev-panel";
panel.open = sessionStorage.getItem("hujifen.dev") !== "closed";
panel.addEventListener("toggle", () => sessionStorage.setItem("hujifen.dev", panel.open ? "open" : "closed"));
document.body.append(panel);

/**
 * An element with text or children.
 *
 * @param {string} name
 * @param {...(string | Node)} inside
 */
function made(name, ...inside) {
  const element = document.createElement(name);
  element.append(...inside);
  return element;
}

/**
 * Shows what the server says.
 *
 * @param {News} news
 */
function show(news) {
  const moved = news.people.filter((person) => person.was).length;
  const found = news.checked?.diagnostics ?? [];
  const checked = news.checked ? (found.length || news.checked.said ? `检查：${found.length || 1} 处` : "检查无误") : "检查中…";
  const rows = news.people.map((person) => {
    const row = made("tr", made("th", person.title), made("td", person.points), made("td", person.outcome), made("td", person.was));
    row.classList.toggle("dev-panel__moved", person.was !== "");
    return row;
  });
  const head = made("tr", ...["示例人物", "分", "结果", "开始时"].map((word) => made("th", word)));
  panel.replaceChildren(
    made("summary", `${checked}${moved ? ` · ${moved} 人有变` : ""}${news.engine_behind ? " · 引擎还是旧的" : ""}`),
    ...(news.engine_behind ? [made("p", "页面里的计算引擎还按开始时的数据算；重新运行 make dev 才更新。")] : []),
    ...(news.checked?.said ? [made("pre", news.checked.said)] : []),
    ...found.map((each) =>
      made("section", made("p", made("code", `${each.file}:${each.line}:${each.column}`), ` ${each.code}`), made("p", each.message), made("p", each.hint)),
    ),
    made("table", head, ...rows),
  );
  panel.classList.toggle("dev-panel--wrong", found.some((each) => each.severity === "error") || Boolean(news.checked?.said));
}

/** Asks for news again and again; a new revision, or a server that began anew, loads the page once more. */
async function follow() {
  let stamp = "";
  const revision = document.querySelector('meta[name="dev-revision"]')?.getAttribute("content");
  let hasBeenGone = false;
  for (;;) {
    try {
      const answer = await fetch(`/-/dev/news/${stamp}`);
      /** @type {News} */
      const news = await answer.json();
      if (hasBeenGone || news.revision !== revision) {
        location.reload();
        return;
      }
      stamp = news.stamp;
      show(news);
    } catch {
      hasBeenGone = true;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

void follow();
