/* What a visitor ticked on a page, kept by this browser only. Shared by the pages that keep something. */
(() => {
  'use strict';
  /* Storage may be off, full or damaged: then nothing is kept, and nothing else happens. */
  const quietly = (work) => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
  globalThis.keeping = {
    load: (key) => quietly(() => JSON.parse(localStorage.getItem(key) ?? '{}')) ?? {},
    save: (key, kept) =>
      quietly(() =>
        Object.keys(kept).length === 0
          ? localStorage.removeItem(key)
          : localStorage.setItem(key, JSON.stringify(kept)),
      ),
    /* The texts typed in the calculator, by question; empty where there is no draft. */
    draft: () => {
      const { schema, kept } = globalThis.keeping.load('hujifen.draft');
      return schema === 1 && kept && typeof kept === 'object' ? kept : {};
    },
  };
})();
