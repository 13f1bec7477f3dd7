// Whoever waits for an answer waits a hundredth of the time.
const wait = window.setTimeout.bind(window);
window.setTimeout = (work, time = 0, ...more) => wait(work, time >= 200 ? time / 100 : time, ...more);
