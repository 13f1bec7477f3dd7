// Looks at the town's own page before the widget's script comes and after: its layout, its names, its natives. The
// script is added by the page itself, as a tag manager would.
(() => {
  // Kept as they are now: the page may bring libraries that replace some of them.
  const { getOwnPropertyNames, entries, fromEntries } = Object;
  const natives = {
    Array,
    String,
    Number,
    Function,
    Object,
    Promise,
    Date,
    Map,
    Set,
    Node,
    Element,
    HTMLElement,
    Event,
  };

  const isWord = (value) => typeof value === 'function' || (typeof value === 'object' && value !== null);

  /** Every name on window and every method of the natives, with what stands there. */
  function names() {
    const found = new Map();
    const note = (path, object, key) => {
      const { value } = Object.getOwnPropertyDescriptor(object, key) ?? {};
      found.set(path, isWord(value) ? value : true);
    };
    for (const key of getOwnPropertyNames(window)) if (!/^\d+$/.test(key)) note(key, window, key);
    for (const [name, native] of entries(natives))
      for (const [object, at] of [
        [native, name],
        [native.prototype, `${name}.prototype`],
      ])
        for (const key of getOwnPropertyNames(object)) note(`${at}.${key}`, object, key);
    return found;
  }

  /** Where the page's own elements stand, and how their text looks. What lies below the widget may have moved down. */
  function layout() {
    const widget = document.querySelector('#widget');
    return fromEntries(
      [...document.querySelectorAll('[data-own], [data-own] *')].map((element, at) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const { color, fontSize, fontFamily, lineHeight, letterSpacing, display } = getComputedStyle(element);
        const isAbove = widget?.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
        const box = [x, isAbove && width ? y + scrollY : 0, width, height].map((size) => Math.round(size * 10) / 10);
        return [
          `${at} ${element.localName}`,
          [...box, color, fontSize, fontFamily, lineHeight, letterSpacing, display].join(' '),
        ];
      }),
    );
  }

  const isShown = (element) => {
    const { width, height } = element?.getBoundingClientRect() ?? {};
    return width > 0 && height > 0;
  };
  const look = ({
    letterSpacing,
    wordSpacing,
    lineHeight,
    textTransform,
    textIndent,
    textAlign,
    fontStyle,
    whiteSpace,
    textShadow,
    wordBreak,
  }) =>
    [
      letterSpacing,
      wordSpacing,
      lineHeight,
      textTransform,
      textIndent,
      textAlign,
      fontStyle,
      whiteSpace,
      textShadow,
      wordBreak,
    ].join(' | ');

  /** What a visitor has of a widget. */
  function tell(widget) {
    const all = [...(widget.shadowRoot?.querySelectorAll('*') ?? [])];
    const title = widget.shadowRoot?.querySelector('[part~="title"] a');
    const said = all.filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
    return {
      cards: widget.shadowRoot?.querySelectorAll('[part~="card"]').length ?? 0,
      buttons: [...(widget.shadowRoot?.querySelectorAll('button') ?? [])].filter(isShown).length,
      problem: widget.shadowRoot?.querySelector('[part~="problem"]')?.textContent ?? '',
      fallback: isShown(widget.querySelector('a')),
      text: title ? look(getComputedStyle(title)) : '',
      color: title ? getComputedStyle(title).color : '',
      smallest: Math.min(99, ...said.map((one) => parseFloat(getComputedStyle(one).fontSize))),
      // Without its code it is a piece of text, which has no width of its own.
      overflow: widget.clientWidth ? widget.scrollWidth - widget.clientWidth : 0,
    };
  }

  let before;
  const town = {
    /** Takes note of the page, then adds the script. */
    start() {
      before = { names: names(), layout: layout() };
      const address = `${document.querySelector('meta[name="server"]').content}/embed/v1/kankei.js`;
      const script = document.createElement('script');
      script.type = 'module';
      script.nonce = 'town';
      const policy = window.trustedTypes?.createPolicy('town', { createScriptURL: (url) => url });
      script.src = policy ? policy.createScriptURL(address) : address;
      document.head.append(script);
      // Its code comes when a visitor comes near.
      document.querySelector('#widget').scrollIntoView();
    },
    /** What is otherwise than it was, what went wrong, and what there is to see. */
    report() {
      const now = { names: names(), layout: layout() };
      const { errors, violations } = window.seen;
      return {
        errors: [...errors],
        violations: [...violations],
        added: [...now.names.keys()].filter((name) => !before.names.has(name)),
        changed: [...before.names].flatMap(([name, value]) => (now.names.get(name) === value ? [] : [name])),
        moved: entries(before.layout).flatMap(([name, box]) =>
          now.layout[name] === box ? [] : [`${name}: ${box} → ${now.layout[name]}`],
        ),
        frames: [...document.querySelectorAll('iframe')].map((frame) => frame.getBoundingClientRect().height),
        widgets: [...document.querySelectorAll('kankei-program-list')].map(tell),
      };
    },
  };
  window.town = town;
  // Where the page that asks is of another origin.
  window.addEventListener('message', ({ data, source }) => {
    if (data?.town === 'start') town.start();
    if (data?.town === 'report') source.postMessage({ report: town.report() }, '*');
  });
})();
