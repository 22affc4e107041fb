/*
 * Says at once, and why, that the page's script does not run; what is said stands in the page already (components/unstarted).
 * Plain old JavaScript (ES5), so that it runs where the script does not.
 */
(function () {
  'use strict';
  var reason = 'unknown';
  var detail = '';

  /** What the script needs and an old browser may not have. @type {Record<string, boolean>} */
  var NEEDED = {
    'ES modules': 'noModule' in document.createElement('script'),
    'Web Workers': 'Worker' in window,
    WebAssembly: 'WebAssembly' in window,
    BigInt: 'BigInt' in window,
    'Custom Elements': 'customElements' in window,
    'Array.prototype.at': 'at' in Array.prototype,
    'String.prototype.replaceAll': 'replaceAll' in String.prototype,
    'Object.fromEntries': 'fromEntries' in Object,
    'Element.replaceChildren': 'replaceChildren' in document.documentElement,
  };

  function lacking() {
    /** @type {string[]} */
    var names = [];
    for (var name in NEEDED) if (!NEEDED[name]) names.push(name);
    return names.join('、');
  }

  /** @param {ErrorEvent} event */
  function hear(event) {
    var target = /** @type {Element | null} */ (event.target);
    if (target && target.tagName === 'SCRIPT') {
      reason = 'missing';
    } else if (event.message) {
      // What such a browser can't read was not sent so; and the page's data every browser can.
      var isNew = 'structuredClone' in window || /JSON/.test(event.message);
      reason = !/SyntaxError/.test(event.message) ? 'broken' : isNew ? 'damaged' : 'outdated';
      detail = event.message;
    }
  }

  /** A script may lie damaged in the browser's cache for a year: the next refresh finds it as the host has it now. */
  function renew() {
    if (!window.fetch || location.protocol === 'file:') return;
    for (var at = 0; at < document.scripts.length; at += 1) {
      var address = document.scripts[at].src;
      if (address) fetch(address, { cache: 'reload' }).then(null, function () {});
    }
  }

  function tell() {
    var notice = document.getElementById('unstarted');
    if (!notice) return;
    var end = notice.getAttribute('data-ends-with');
    // Where the page was cut within it, nothing comes after it.
    var last = end && document.getElementById(end);
    var lacks = lacking();
    // A page that another one holds in a frame of its own making may have no files and keep nothing.
    var isHeld = self.origin === 'null' && location.protocol !== 'file:';
    if (isHeld) reason = 'held';
    else if (lacks) reason = 'lacking';
    else renew();
    if (end && !(last && last.nextSibling)) reason = 'cut';
    var sentences = /** @type {NodeListOf<HTMLElement>} */ (notice.querySelectorAll('[data-reason]'));
    for (var at = 0; at < sentences.length; at += 1) sentences[at].hidden = sentences[at].getAttribute('data-reason') !== reason;
    /** @type {Element} */ (notice.querySelector('[data-lacking]')).textContent = lacks;
    /** @type {Element} */ (notice.querySelector('[data-error]')).textContent = detail;
    document.documentElement.className += ' is-unstarted';
  }

  // Errors of loading do not rise, so they are heard on their way down.
  addEventListener('error', hear, true);
  // By then every script has run or has failed.
  addEventListener('load', tell);
})();
