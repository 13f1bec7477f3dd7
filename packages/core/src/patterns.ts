/** Latin letters, digits, `_` and `-`: safe in every URL, file name and calendar UID. */
export const programIdPattern = /^[A-Za-z0-9_-]{1,100}$/;

/** Characters that have no place in published text: controls other than tab and line feed, and lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming the control characters is the point
export const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Surrogate}/u;

/** A place in a listing, as `writeCursor` writes it. */
export const cursorPattern = /^[A-Za-z0-9_.-]+$/;
