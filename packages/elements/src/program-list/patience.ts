/** From when on waiting (ms) wants a word. */
export const patience = 8_000;
