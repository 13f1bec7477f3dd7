/** The most programs one answer out of a file holds, which is at hand whole; a server's holds a hundred. */
export const longestOfFile = 2000;
