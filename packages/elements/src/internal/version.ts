/** The version of the whole, as in package.json (a test holds them together). */
export const version = '0.1.0';
