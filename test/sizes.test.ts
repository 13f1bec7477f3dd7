import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { embedFolder } from '../scripts/embed.ts';
import { postalFolder } from '../scripts/postal.ts';
import { type Sizes, sum, weigh } from '../scripts/size.ts';

describe('the embed, brotli bytes', () => {
  let sizes: Sizes;
  beforeAll(async () => {
    sizes = await weigh();
  }, 120_000);

  // Ceilings stand a little above what is; whoever raises one says why in the commit.
  it('costs a page without widgets at most 2.8 kB', () => {
    // For what is near. What a tag's place asks for is read by a file that only pages with such places need.
    expect(sum(sizes.entry)).toBeLessThanOrEqual(2_800);
  });

  it('is read by browsers that know modules but none of the syntax since', () => {
    const entry = readFileSync(join(embedFolder, 'kankei.js'), 'utf8');
    const tree = JSON.stringify(parseSync('kankei.js', entry).program);
    expect(tree).toContain('"type":"ImportExpression"');
    expect(tree).not.toMatch(/"type":"(ChainExpression|PropertyDefinition|PrivateIdentifier|StaticBlock)"/);
    expect(tree).not.toMatch(/"operator":"(\?\?=?|&&=|\|\|=)"/);
  });

  it('is one file before the first request goes out', () => {
    expect(sizes.entry.map(({ path }) => path)).toEqual(['kankei.js']);
  });

  it('shows the first card for at most 16.55 kB in all, in two steps', () => {
    // The entry; then side by side the templates of the cards, and what all tags are drawn with. Fifty bytes are room for
    // the hash in the names: by its letters alone each file weighs some ten more or less.
    expect(sum(sizes.firstCard)).toBeLessThanOrEqual(16_550);
    expect(sizes.firstCard).toHaveLength(3);
  });

  it('needs neither zod nor ky for that, nor to read a town’s own file', () => {
    for (const { path } of [...sizes.firstCard, ...sizes.file])
      expect(readFileSync(join(embedFolder, path), 'utf8'), path).not.toMatch(/safeParse|Request failed with/);
    const rest = sizes.later.map(({ path }) => readFileSync(join(embedFolder, path), 'utf8')).join();
    expect(rest).toMatch(/safeParse/);
    expect(rest).toMatch(/Request failed with/);
  });

  it('brings all that a list fetches later for at most 77.1 kB', () => {
    // Some 10 of them are the element itself, which goes on from the first cards.
    expect(sum(sizes.later)).toBeLessThanOrEqual(77_100);
  });

  it('shows what furusato nozei is used for for at most 12 kB in all, without zod, ky and the word list of advertising', () => {
    expect(sum(sizes.firstSight)).toBeLessThanOrEqual(12_000);
    for (const { path } of sizes.firstSight)
      expect(readFileSync(join(embedFolder, path), 'utf8'), path).not.toMatch(/safeParse|HTTPError|おまけ\(/);
  });

  it('lets a person type into a signup for at most 15.2 kB in all, in two steps, without zod, ky and the checks', () => {
    expect(sum(sizes.firstForm)).toBeLessThanOrEqual(15_200);
    // The entry; then side by side the form, and what all tags are drawn with.
    expect(sizes.firstForm).toHaveLength(3);
    for (const { path } of sizes.firstForm)
      expect(readFileSync(join(embedFolder, path), 'utf8'), path).not.toMatch(/safeParse|HTTPError|email-without-at/);
  });

  it('checks a signup and shows it for a last look for at most 34 kB in all, without what sends it, zod and ky', () => {
    // Some 600 bytes are what its way has in common with that of an application, a need and an enquiry.
    expect(sum(sizes.signup)).toBeLessThanOrEqual(34_000);
    const codes = sizes.signup.map(({ path }) => readFileSync(join(embedFolder, path), 'utf8')).join();
    expect(codes).toMatch(/email-without-at/);
    expect(codes).not.toMatch(/safeParse|Request failed with/);
    // What sends it and what is said then, fetched with zod and ky once somebody types.
    const after = sizes.others.filter(({ path }) => /\/(form-sending|ja-form-sent)-/.test(path));
    expect(after).toHaveLength(2);
    expect(sum(after)).toBeLessThanOrEqual(1_700);
  });

  it('brings projects and where to donate for at most 3.3 kB beside that, the element and what stands below for 5.5 kB', () => {
    const sumOf = (...names: string[]) =>
      sum(sizes.others.filter(({ path }) => names.some((name) => path.startsWith(`chunks/${name}-`))));
    expect(sumOf('second-sight')).toBeGreaterThan(0);
    expect(sumOf('second-sight')).toBeLessThanOrEqual(3_300);
    expect(sumOf('furusato-link', 'more', 'ja-furusato-more')).toBeLessThanOrEqual(5_500);
  });

  it('suggests programs of a town’s own files for at most 6.2 kB, and asks a server for them for 0.9 kB', () => {
    const sumOf = (name: string) => sum(sizes.others.filter(({ path }) => path.startsWith(`chunks/${name}-`)));
    expect(sumOf('file-matching')).toBeGreaterThan(0);
    expect(sumOf('file-matching')).toBeLessThanOrEqual(6_200);
    expect(sumOf('http-matching')).toBeGreaterThan(0);
    expect(sumOf('http-matching')).toBeLessThanOrEqual(900);
  });

  it('asks what would suit, and tells why something does, for at most 11 kB beside the form and the words of a card', () => {
    const sumOf = (...names: string[]) =>
      sum(sizes.others.filter(({ path }) => names.some((name) => path.startsWith(`chunks/${name}-`))));
    // With the questions as data; what says that one is interested comes with the first press.
    expect(sumOf('matching-form')).toBeGreaterThan(0);
    expect(sumOf('matching-form', 'matching')).toBeLessThanOrEqual(11_000);
    expect(sumOf('interest')).toBeLessThanOrEqual(900);
  });

  it('asks what a resident needs for at most 4.5 kB beside that and the way of every form, a coordinator for 2.7 kB more', () => {
    const sumOf = (...names: string[]) =>
      sum(sizes.others.filter(({ path }) => names.some((name) => path.startsWith(`chunks/${name}-`))));
    // The questions in their words, and how one goes from screen to screen.
    expect(sumOf('host-form')).toBeGreaterThan(0);
    expect(sumOf('town-form', 'host-form', 'ja-need')).toBeLessThanOrEqual(4_500);
    expect(sumOf('enquiry-form')).toBeGreaterThan(0);
    expect(sumOf('enquiry-form', 'ja-enquiry')).toBeLessThanOrEqual(2_700);
  });

  it('tells what one can do about an opened program for at most 13.6 kB, and brings the form to apply for 16.2 kB', () => {
    // Of these the words and the code of its own are 6.5 kB; the rest is what forms and sendings have in common.
    expect(sum(sizes.takingPart)).toBeLessThanOrEqual(13_600);
    expect(sum(sizes.application)).toBeLessThanOrEqual(16_200);
    const own = [...sizes.takingPart, ...sizes.application].filter(({ path }) =>
      /\/(taking-part|application|ja-application-rest|ja-interest)-/.test(path),
    );
    expect(own.length).toBe(4);
    expect(sum(own)).toBeLessThanOrEqual(6_700);
  });

  it('brings a card with its code and its picture for at most 8.5 kB beside what tags share, a check for at most 5 kB', () => {
    const sumOf = (...names: string[]) =>
      sum(sizes.others.filter(({ path }) => names.some((name) => path.startsWith(`chunks/${name}-`))));
    const shared = ['card-element', 'card-statement'];
    expect(sumOf(...shared)).toBeGreaterThan(0);
    expect(sumOf('member-card', 'qr', 'card-picture', ...shared)).toBeLessThanOrEqual(8_500);
    expect(sumOf('card-check', ...shared)).toBeLessThanOrEqual(5_000);
  });

  it('brings the estimate of furusato nozei for at most 6 kB beside the form it shares with a signup', () => {
    const sumOf = (...names: string[]) =>
      sum(sizes.others.filter(({ path }) => names.some((name) => path.startsWith(`chunks/${name}-`))));
    // The rules of the law and the sum, the questions and how it is told; beside them its words.
    expect(sumOf('estimate')).toBeGreaterThan(3_000);
    expect(sumOf('estimate')).toBeLessThanOrEqual(6_000);
    expect(sumOf('one-stop')).toBeLessThanOrEqual(3_500);
    expect(sumOf('ja-furusato-rest')).toBeLessThanOrEqual(3_800);
    const estimate = sizes.others.find(({ path }) => path.startsWith('chunks/estimate-'))!;
    const signup = sizes.others.find(({ path }) => path.startsWith('chunks/fanclub-signup-'))!;
    const form = sizes.others.find(({ path }) => path.startsWith('chunks/first-form-'))!.path;
    expect([estimate, signup].map(({ imports }) => imports.includes(form))).toEqual([true, true]);
  });

  it('brings the doctor for at most 21 kB, both languages with it, and with no other file to wait for', () => {
    const [doctor, ...more] = sizes.others.filter(({ path }) => path.startsWith('chunks/doctor-'));
    expect(more).toEqual([]);
    expect(doctor!.imports).toEqual([]);
    // What fetches it, for a place as for the doctor.
    expect(sizes.others.find(({ path }) => path.startsWith('chunks/rest-'))!.imports).toEqual([]);
    expect(doctor!.bytes).toBeLessThanOrEqual(21_000);
  });

  it('leaves nothing of the build tool in the page', () => {
    for (const file of globSync('**/*.js', { cwd: embedFolder }))
      expect(readFileSync(join(embedFolder, file), 'utf8'), file).not.toMatch(/__vitePreload|new Function|\beval\(/);
  });

  it('brings the postal codes along, as the server has them, and says whose they are', () => {
    const shards = (folder: string) => globSync('*.json', { cwd: folder }).sort();
    expect(shards(join(embedFolder, 'postal'))).toEqual(shards(postalFolder));
    expect(readFileSync(join(embedFolder, 'postal/README.md'), 'utf8')).toContain('日本郵便');
  });

  it('brings the licences of what it contains', () => {
    expect(readFileSync(join(embedFolder, 'LICENSES.md'), 'utf8')).toContain('lit');
  });
});
