// What prototype.js 1.6 does to natives (src/lang/array.js, enumerable.js, function.js, object.js and src/dom/dom.js of
// prototypejs/prototype at 1.6.1): methods of other meanings under the names that browsers came to use, all enumerable.
(() => {
  const $A = (iterable) => {
    if (!iterable) return [];
    if (iterable.toArray) return iterable.toArray();
    const results = [];
    for (let at = 0; at < (iterable.length || 0); at++) results[at] = iterable[at];
    return results;
  };
  const { slice, reverse } = Array.prototype;
  const own = (value) => value;
  const enumerable = {
    each(work, context) {
      for (let at = 0; at < this.length; at++) work.call(context, this[at], at);
      return this;
    },
    collect(work = own, context) {
      const results = [];
      this.each((value, at) => results.push(work.call(context, value, at)));
      return results;
    },
    detect(work, context) {
      for (let at = 0; at < this.length; at++) if (work.call(context, this[at], at)) return this[at];
    },
    findAll(work, context) {
      const results = [];
      this.each((value, at) => {
        if (work.call(context, value, at)) results.push(value);
      });
      return results;
    },
    all(work = own, context) {
      return this.findAll(work, context).length === this.length;
    },
    any(work = own, context) {
      return this.findAll(work, context).length > 0;
    },
    include(object) {
      return this.indexOf(object) !== -1;
    },
    inject(memo, work, context) {
      let result = memo;
      this.each((value, at) => {
        result = work.call(context, result, value, at);
      });
      return result;
    },
    invoke(method, ...more) {
      return this.collect((value) => value[method](...more));
    },
    pluck(property) {
      return this.collect((value) => value[property]);
    },
    toArray() {
      return this.collect();
    },
    zip(...others) {
      return this.collect((value, at) => [value, ...others.map((other) => other[at])]);
    },
  };
  Object.assign(Array.prototype, enumerable, {
    map: enumerable.collect,
    find: enumerable.detect,
    select: enumerable.findAll,
    filter: enumerable.findAll,
    every: enumerable.all,
    some: enumerable.any,
    member: enumerable.include,
    entries: enumerable.toArray,
    clear() {
      this.length = 0;
      return this;
    },
    first() {
      return this[0];
    },
    last() {
      return this[this.length - 1];
    },
    compact() {
      return this.select((value) => value != null);
    },
    clone() {
      return slice.call(this, 0);
    },
    toArray() {
      return slice.call(this, 0);
    },
    _reverse: reverse,
    reverse(inline) {
      return (inline !== false ? this : this.toArray())._reverse();
    },
    reduce() {
      return this.length > 1 ? this : this[0];
    },
    size() {
      return this.length;
    },
    toJSON() {
      return `[${this.collect((value) => Object.toJSON(value)).join(', ')}]`;
    },
  });
  Array.from = $A;
  Object.assign(String.prototype, {
    toJSON() {
      return `"${this.replace(/["\\]/g, '\\$&')}"`;
    },
    strip() {
      return this.replace(/^\s+/, '').replace(/\s+$/, '');
    },
    include(pattern) {
      return this.indexOf(pattern) > -1;
    },
    startsWith(pattern) {
      return this.indexOf(pattern) === 0;
    },
    empty() {
      return String(this) === '';
    },
  });
  Number.prototype.toJSON = function () {
    return Number.isFinite(Number(this)) ? String(this) : 'null';
  };
  Object.assign(Object, {
    extend: Object.assign,
    toJSON: (value) => (value?.toJSON ? value.toJSON() : JSON.stringify(value)),
    keys(object) {
      const results = [];
      for (const key in object) results.push(key);
      return results;
    },
    values(object) {
      const results = [];
      for (const key in object) results.push(object[key]);
      return results;
    },
    isArray: (object) => object !== null && typeof object === 'object' && 'splice' in object && 'join' in object,
  });
  Function.prototype.bind = function (...first) {
    if (first.length < 2 && first[0] === undefined) return this;
    const [context, ...given] = first;
    return (...more) => this.apply(context, [...given, ...more]);
  };
  Function.prototype.defer = function (...more) {
    return setTimeout(() => this.apply(this, more), 10);
  };
  const { Element } = window;
  // biome-ignore lint/complexity/useArrowFunction: it is called with new
  window.Element = function (tagName, attributes) {
    return Object.assign(document.createElement(tagName), attributes);
  };
  Object.assign(window.Element, Element);
  window.Element.prototype = Element.prototype;
  Object.assign(HTMLElement.prototype, {
    update(content) {
      this.textContent = content;
      return this;
    },
    remove() {
      this.parentNode.removeChild(this);
      return this;
    },
    show() {
      this.style.display = '';
      return this;
    },
    hide() {
      this.style.display = 'none';
      return this;
    },
    visible() {
      return this.style.display !== 'none';
    },
    select(selector) {
      return $A(this.querySelectorAll(selector));
    },
    insert(content) {
      this.append(content);
      return this;
    },
    observe(name, work) {
      this.addEventListener(name, work);
      return this;
    },
    scrollTo() {
      window.scrollTo(0, this.offsetTop);
      return this;
    },
  });
  Object.assign(window, {
    $A,
    $: (id) => document.getElementById(id),
    $$: (selector) => $A(document.querySelectorAll(selector)),
  });
  // What the page does with it.
  window.$$('.box').invoke('show').pluck('textContent').reverse(false);
})();
