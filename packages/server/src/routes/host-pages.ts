import type { Hono } from 'hono';
import { listApplications } from '../applications/application-store.ts';
import { type Decision, decide, decisions } from '../applications/decide.ts';
import { hostProgram } from '../applications/letters.ts';
import { findRecruiting, type Recruiting } from '../applications/recruiting.ts';
import type { Context } from '../context.ts';
import { readForm } from '../http/read-body.ts';
import { findLink } from '../links/links.ts';
import { goneHostPage, type HostPageOptions, hostPage } from '../pages/host.ts';
import type { Database } from '../storage/database.ts';
import { placesLeft } from '../storage/program-places.ts';
import { addPersonPages, back, type Visit } from './person-pages.ts';

/** The page of a program's host, behind a link from a mail: who applied, and what to answer. */
export function addHostPageRoutes(app: Hono, context: Context): void {
  const { db, clock, settings, wakePostman, writes } = context;
  addPersonPages<Recruiting>(app, context, {
    path: '/host',
    find: (token, now) => findHosted(db, token, now),
    languageOf: () => 'ja',
    gone: goneHostPage,
    async page(visit) {
      const done = decisions.find((one) => one === visit.c.req.query('done'));
      return visit.c.html(hostPage({ ...(await look(db, visit, clock())), done }), 200, visit.headers);
    },
    below: {
      decide: {
        async POST(visit) {
          const { town, id: program } = visit.found.program;
          const sent = await readForm(visit.c.req.raw);
          const decision = decisions.find((one): one is Decision => one === sent.get('decision'));
          if (!decision) return back(visit);
          const [id, message] = [sent.get('application') ?? '', sent.get('message') ?? ''];
          const options = { publicUrl: settings.publicUrl, now: clock() };
          const deciding = { town, program, id, decision, message };
          const decided = await writes.run((transaction) => decide(transaction, deciding, options));
          wakePostman();
          if (decided === 'done') return back(visit, decision);
          const refused = { id, why: decided, message };
          const page = hostPage({ ...(await look(db, visit, clock())), refused, up: '../../' });
          return visit.c.html(page, decided === 'words' ? 422 : 409, visit.headers);
        },
      },
    },
  });
}

async function look(db: Database, visit: Visit<Recruiting>, now: number): Promise<HostPageOptions> {
  const { found: recruiting, token, language } = visit;
  const { town, id } = recruiting.program;
  const applications = await listApplications(db, town, id);
  return { recruiting, token, language, applications, left: await placesLeft(db, recruiting.program), now };
}

/** The program whose host holds the token; undefined for anybody else. */
async function findHosted(db: Database, token: string, now: number): Promise<Recruiting | undefined> {
  const link = await findLink(db, token, 'host', now);
  const program = link?.state === 'open' ? hostProgram(link.subject) : undefined;
  return program === undefined ? undefined : findRecruiting(db, link!.town, program);
}
