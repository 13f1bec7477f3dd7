import { type Problem, ProblemError, type Town } from '@kankei/core';
import type { Hono, Context as HonoContext } from 'hono';
import { askTowns, type Context } from '../context.ts';
import { findOffers } from '../hosted/offers.ts';
import { type HostedOptions, hostedSearch, readHostedOptions, valuesOf } from '../hosted/options.ts';
import { show } from '../hosted/show.ts';
import { isWidgetName, type WidgetName } from '../hosted/widgets.ts';
import { answerIfChanged, makeTag, shortly } from '../http/conditional.ts';
import { read } from '../http/read.ts';
import { readCodes } from '../http/read-request.ts';
import { textResponse } from '../http/text-response.ts';
import { type HostedFrame, hostedPage, hostedPolicy } from '../pages/hosted.ts';
import { type HostedTrouble, hostedIndex, hostedTrouble } from '../pages/hosted-index.ts';
import { type HostedWords, hostedLanguage, hostedWords } from '../pages/hosted-words.ts';
import type { Database } from '../storage/database.ts';
import { allTowns } from '../storage/town-store.ts';

const html = 'text/html; charset=utf-8';

/** What is said again of an address: names of options, and no sentences that somebody else wrote there. */
const optionName = /^[a-z-]{1,20}$/;

/**
 * Each widget on a page of its own: where a link leads that a CMS left over, what stands in a frame, and what search
 * engines and browsers without scripts see.
 */
export function addHostedRoutes(app: Hono, context: Context): void {
  const { db, settings, start } = context;
  const { publicUrl } = settings;
  const headers = {
    'content-security-policy': hostedPolicy(publicUrl),
    vary: 'Accept-Language, Sec-Fetch-Dest',
  };
  const frameOf = (c: HonoContext): HostedFrame => ({
    language: hostedLanguage(c.req.query('lang'), c.req.header('accept-language')),
    publicUrl,
    framed: /^i?frame$/.test(c.req.header('sec-fetch-dest') ?? ''),
  });

  // The addresses on these pages are relative to the folder.
  read(app, '/w', (c) => c.redirect(`w/${new URL(c.req.url).search}`, 308));

  read(app, '/w/', async (c) => {
    const page = String(hostedIndex(frameOf(c), await findOffers(db, await allTowns(db))));
    const validity = { tag: makeTag(start, page), cacheControl: shortly, headers };
    return answerIfChanged(c.req.raw, validity, () => textResponse(page, html));
  });

  read(app, '/w/:widget', async (c) => {
    const frame = frameOf(c);
    const widget = c.req.param('widget');
    let options: HostedOptions | undefined;
    try {
      if (!isWidgetName(widget)) return await trouble(db, frame, headers, { status: 404, code: 'not-found' });
      options = readHostedOptions(widget, new URL(c.req.url).search);
      // One address for one page, whatever language was asked for that we do not speak.
      if (options.attributes.lang) options.attributes.lang = frame.language;
      else delete options.attributes.lang;
      const { towns, now, validity } = await askTowns(
        context,
        readCodes(valuesOf(options.attributes.town).join()),
        c.req.url,
      );
      const tag = makeTag(validity.tag, frame.language, `${frame.framed}`);
      const question = { db, widget, options, towns, now, language: frame.language, publicUrl };
      return await answerIfChanged(c.req.raw, { ...validity, tag, headers }, async () => {
        const shown = await show[widget](question);
        const [offer] = await findOffers(db, towns.slice(0, 1));
        const others = offer!.widgets.filter((name) => name !== widget);
        return textResponse(
          String(hostedPage({ ...frame, widget, options: question.options, towns, others, ...shown })),
          html,
        );
      });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.status >= 500) throw error;
      return trouble(db, frame, headers, error.problem, isWidgetName(widget) ? widget : undefined, options);
    }
  });
}

/** A page in words for what cannot be shown; nothing keeps a copy of it. */
async function trouble(
  db: Database,
  frame: HostedFrame,
  headers: Record<string, string>,
  problem: Pick<Problem, 'status' | 'code' | 'errors'>,
  widget?: WidgetName,
  options?: HostedOptions,
): Promise<Response> {
  const { status, code, errors = [] } = problem;
  const isTown = code === 'town-not-found' || errors.some(({ name }) => name === 'codes');
  const towns = await allTowns(db);
  const asked = valuesOf(options?.attributes.town);
  const own = isTown ? [] : towns.filter((town) => asked.includes(town.code));
  const offers = await findOffers(db, own.length ? own : towns);
  const said = inWords(hostedWords[frame.language], {
    code,
    isTown,
    asked,
    own,
    names: errors.map(({ name }) => name).filter((name) => optionName.test(name)),
  });
  const faulty = Object.fromEntries(errors.map(({ name }) => [name, '']));
  const without =
    widget && options && code === 'invalid-parameter' && !isTown
      ? `${widget}${hostedSearch(options, faulty)}`
      : undefined;
  const page = hostedTrouble(frame, { ...said, without, offers });
  const response = textResponse(String(page), html, { ...headers, 'cache-control': 'no-cache' });
  return new Response(response.body, { status: isTown ? 404 : status, headers: response.headers });
}

interface Wrong {
  code: Problem['code'];
  isTown: boolean;
  asked: readonly string[];
  own: readonly Town[];
  names: readonly string[];
}

function inWords(say: HostedWords, { code, isTown, asked, own, names }: Wrong): Pick<HostedTrouble, 'title' | 'lines'> {
  if (isTown) return { title: say.townTitle, lines: [asked.length ? say.townUnknown : say.townMissing, say.townHelp] };
  if (code === 'invalid-parameter')
    return { title: say.badTitle, lines: [say.badText([...new Set(names)].join(say.between)), say.badHelp] };
  const missing: Partial<Record<Problem['code'], string>> = {
    'program-not-found': say.gone,
    'fanclub-not-found': say.noFanclub,
    'furusato-not-found': say.noFurusato,
  };
  const nothing = missing[code];
  const [town] = own;
  if (nothing && town)
    return { title: code === 'program-not-found' ? say.goneTitle : say.nothingTitle(town.name), lines: [nothing] };
  return { title: say.goneTitle, lines: [say.goneWidget] };
}
