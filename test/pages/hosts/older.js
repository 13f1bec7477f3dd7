// What an older version would leave, and what is said of it.
window.Kankei = { version: '0.9.0' };
window.warnings = [];
console.warn = (...words) => window.warnings.push(words.join(' '));
