/** Safari 15.4, Chrome 98 and Firefox 98: what municipal visitors still carry. */
export const buildTarget = ['safari15.4', 'chrome98', 'firefox98'];
