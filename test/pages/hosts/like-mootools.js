// What MooTools 1.2 does to natives (Source/Core/Core.js, Native/*.js and Element/Element.js of mootools/mootools-core at
// 1.2): further methods on the natives and on elements, generics, a Hash in place of JSON, and an Event of its own.
(() => {
  const implement = (native, methods) => {
    for (const name in methods) {
      // Natives of the language are protected: what is there already stays.
      if (!native.prototype[name]) native.prototype[name] = methods[name];
      native[name] ??= (first, ...more) => native.prototype[name].apply(first, more);
    }
    native.prototype.$family = { name: String(native.name).toLowerCase() };
    native.implement = (more) => implement(native, more);
  };
  implement(Array, {
    each(work, bind) {
      for (let at = 0; at < this.length; at++) work.call(bind, this[at], at, this);
    },
    clean() {
      return this.filter((item) => item !== undefined && item !== null);
    },
    contains(item) {
      return this.indexOf(item) !== -1;
    },
    extend(array) {
      for (const item of array) this.push(item);
      return this;
    },
    empty() {
      this.length = 0;
      return this;
    },
    flatten() {
      return this.flat(9);
    },
    getLast() {
      return this.length ? this[this.length - 1] : null;
    },
  });
  implement(String, {
    test(regex) {
      return new RegExp(regex).test(this);
    },
    contains(text) {
      return this.indexOf(text) > -1;
    },
    clean() {
      return this.replace(/\s+/g, ' ').trim();
    },
    hyphenate() {
      return this.replace(/[A-Z]/g, (match) => `-${match.charAt(0).toLowerCase()}`);
    },
  });
  implement(Function, {
    extend(properties) {
      for (const property in properties) this[property] = properties[property];
      return this;
    },
    create(options) {
      return (...given) => this.apply(options.bind ?? null, options.arguments ?? given);
    },
    run(given, bind) {
      return this.apply(bind, [].concat(given));
    },
    delay(time, bind, given) {
      return setTimeout(() => this.apply(bind, [].concat(given)), time);
    },
  });
  implement(Number, {
    limit(least, most) {
      return Math.min(most, Math.max(least, this));
    },
  });
  window.Hash = function (object) {
    for (const key in object) this[key] = object[key];
  };
  implement(window.Hash, {
    each(work) {
      for (const key in this) if (Object.hasOwn(this, key)) work(this[key], key);
    },
  });
  const { stringify, parse } = window.JSON;
  window.JSON = new window.Hash({ stringify, parse, encode: stringify, decode: parse });
  const { Element } = window;
  // biome-ignore lint/complexity/useArrowFunction: it is called with new
  window.Element = function (tag, properties) {
    return document.newElement(tag, properties);
  };
  window.Element.prototype = Element.prototype;
  window.Element.prototype.constructor = window.Element;
  implement(window.Element, {
    getElement(selector) {
      return this.querySelector(selector);
    },
    set(name, value) {
      this.setAttribute(name, value);
      return this;
    },
    get(name) {
      return this.getAttribute(name);
    },
    inject(element) {
      element.appendChild(this);
      return this;
    },
    dispose() {
      return this.parentNode ? this.parentNode.removeChild(this) : this;
    },
    addEvent(type, work) {
      this.addEventListener(type, work);
      return this;
    },
    store(name, value) {
      this[`$${name}`] = value;
      return this;
    },
    empty() {
      while (this.firstChild) this.removeChild(this.firstChild);
      return this;
    },
  });
  Document.prototype.newElement = function (tag, properties) {
    return Object.assign(this.createElement(tag), properties);
  };
  document.html = document.documentElement;
  // Its Event wraps one of the browser's: given anything else, it throws.
  window.Event = function (event) {
    if (event.$extended) return event;
    this.$extended = true;
    const { type } = event;
    if (type.test(/key/)) this.code = event.which;
    return Object.assign(this, { event, type, target: event.target });
  };
  implement(window.Event, {
    stop() {
      return this.stopPropagation().preventDefault();
    },
    stopPropagation() {
      this.event.stopPropagation();
      return this;
    },
    preventDefault() {
      this.event.preventDefault();
      return this;
    },
  });
  window.$ = (id) => document.getElementById(id);
  window.$$ = (selector) => [...document.querySelectorAll(selector)];
  // What the page does with it.
  window.$$('.box').each((box) => box.set('title', box.get('class')).addEvent('click', () => {}));
  new window.Element('span').inject(document.body).dispose();
})();
