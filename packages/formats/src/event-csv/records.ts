/** One record of a CSV file. */
export interface CsvRecord {
  cells: string[];
  /** `stray`: a lone quotation mark was taken for text. `broken`: a cell never ends; these are the cells of one line. */
  fault?: 'stray' | 'broken';
}

/** A record that grows beyond this many characters has lost its closing quotation mark. */
const longestRecord = 500_000;

/** Looks like the beginning of another cell: the quotation mark before was never closed. */
const opensCell = /[,\r\n]/;

/**
 * RFC 4180, given piece by piece, line ends of every kind. Written here because CSV libraries read a cell that lacks
 * its closing quotation mark to the end of the file; here it costs its own line and nothing more.
 */
export class CsvRecords {
  #text = '';
  #at = 0;
  #cells: string[] = [];
  #stray = false;

  /** The records that are complete with this piece; with `last`, whatever is left. */
  *push(piece: string, last = false): Generator<CsvRecord> {
    this.#text += piece;
    let start = 0;
    while (start < this.#text.length) {
      this.#at = start;
      this.#cells = [];
      this.#stray = false;
      const end = this.#scan(last);
      if (end === 'more' && !last && this.#text.length - start < longestRecord) break;
      if (end !== 'done') yield this.#brokenLine(start);
      else yield this.#stray ? { cells: this.#cells, fault: 'stray' } : { cells: this.#cells };
      start = this.#at;
    }
    this.#text = this.#text.slice(start);
  }

  /** Reads one record from `#at` on; `more`: the text ends before the record does. */
  #scan(last: boolean): 'done' | 'more' | 'broken' {
    for (;;) {
      const state = this.#isQuoted() ? this.#quoted(last) : this.#bare();
      if (state !== 'done') return state;
      const mark = this.#text[this.#at];
      if (mark === undefined) return last ? 'done' : 'more';
      this.#at++;
      if (mark === ',') continue;
      if (mark === '\r' && this.#at === this.#text.length && !last) return 'more';
      if (mark === '\r' && this.#text[this.#at] === '\n') this.#at++;
      return 'done';
    }
  }

  /** Spaces before the opening mark are not part of the cell, though RFC 4180 would have none there. */
  #isQuoted(): boolean {
    const cell = / *"/y;
    cell.lastIndex = this.#at;
    if (!cell.test(this.#text)) return false;
    this.#at = cell.lastIndex;
    return true;
  }

  #bare(): 'done' {
    const end = /[,\r\n]|$/g;
    end.lastIndex = this.#at;
    const { index } = end.exec(this.#text)!;
    this.#cells.push(this.#text.slice(this.#at, index));
    this.#at = index;
    return 'done';
  }

  /** A cell after its opening mark, up to what follows its closing mark. */
  #quoted(last: boolean): 'done' | 'more' | 'broken' {
    const start = this.#at;
    let value = '';
    for (let from = start; ; ) {
      const mark = this.#text.indexOf('"', from);
      if (mark < 0) return 'more';
      value += this.#text.slice(from, mark);
      const next = / *(["\r\n,]|$)/y;
      next.lastIndex = mark + 1;
      const follows = next.exec(this.#text);
      if (this.#text[mark + 1] === '"') {
        value += '"';
        from = mark + 2;
      } else if (follows && follows[1] !== '"') {
        if (follows[1] === '' && !last) return 'more';
        this.#cells.push(value);
        this.#at = next.lastIndex - follows[1]!.length;
        return 'done';
      } else if (mark > start && opensCell.test(this.#text[mark - 1]!)) return 'broken';
      else {
        this.#stray = true;
        value += '"';
        from = mark + 1;
      }
    }
  }

  /** The first line alone, as the cells of a record that cannot be trusted; reading goes on below it. */
  #brokenLine(start: number): CsvRecord {
    const end = /\r\n?|\n|$/g;
    end.lastIndex = start;
    const { index } = end.exec(this.#text)!;
    this.#at = end.lastIndex;
    return { cells: this.#text.slice(start, index).split(','), fault: 'broken' };
  }
}
