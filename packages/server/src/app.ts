import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { Guard, usualEffort } from './bots/guard.ts';
import type { Effort } from './bots/proof.ts';
import type { Context } from './context.ts';
import { AnswerCache } from './http/answer-cache.ts';
import { compression } from './http/compression.ts';
import { cors } from './http/cors.ts';
import { onError, onNotFound } from './http/problems.ts';
import { security } from './http/security.ts';
import { addApplicationPageRoutes } from './routes/application-pages.ts';
import { addApplicationRoutes } from './routes/applications.ts';
import { addBuilderRoutes } from './routes/builder.ts';
import { addCardRoutes } from './routes/card.ts';
import { addEmbedRoutes } from './routes/embed.ts';
import { addEnquiryRoutes } from './routes/enquiries.ts';
import { addEnquiryPageRoutes } from './routes/enquiry-pages.ts';
import { addFanclubRoutes } from './routes/fanclub.ts';
import { addFeedbackPageRoutes } from './routes/feedback-pages.ts';
import { addFeedRoutes } from './routes/feeds.ts';
import { addFurusatoRoutes } from './routes/furusato.ts';
import { addHostPageRoutes } from './routes/host-pages.ts';
import { addHostedRoutes } from './routes/hosted.ts';
import { addMatchingRoutes } from './routes/matching.ts';
import { addMemberPageRoutes } from './routes/member-pages.ts';
import { addMemberRoutes } from './routes/members.ts';
import { addNeedPageRoutes } from './routes/need-pages.ts';
import { addNeedRoutes } from './routes/needs.ts';
import { addOutboxRoutes } from './routes/outbox.ts';
import { addPageRoutes } from './routes/pages.ts';
import { addPostalRoutes } from './routes/postal.ts';
import { addProofRoutes } from './routes/proof.ts';
import { addSitemapRoutes } from './routes/sitemap.ts';
import { addStaffRoutes } from './routes/staff.ts';
import { addSystemRoutes } from './routes/system.ts';
import { addTownRoutes } from './routes/towns.ts';
import type { Settings } from './settings.ts';
import type { Database } from './storage/database.ts';
import { WriteQueue } from './storage/write-queue.ts';
import { Repeats } from './submissions/repeats.ts';

export interface AppOptions {
  db: Database;
  settings: Settings;
  /** ms since 1970. */
  now?: () => number;
  /** Is called when a mail was queued. */
  wakePostman?: () => void;
  /** The work of a proof while little goes on; tests make it light. */
  effort?: Effort;
}

const minute = 60_000;

/** The bytes of answers that are kept: some four hundred pages of a listing. */
const keptBytes = 8_000_000;

/** The whole server as a request handler; `app.request()` asks it without a port. */
export function createApp({
  db,
  settings,
  now = Date.now,
  wakePostman = () => {},
  effort = usualEffort,
}: AppOptions): Hono {
  const context: Context = {
    db,
    writes: new WriteQueue(db),
    settings,
    now: () => Math.floor(now() / minute) * minute,
    clock: now,
    wakePostman,
    guard: new Guard({ db, trustProxy: settings.trustProxy, now, effort }),
    repeats: new Repeats(db),
    start: randomUUID(),
    answers: new AnswerCache(keptBytes),
    asked: { good: '', byUrl: new Map(), byTowns: new Map() },
  };
  const app = new Hono();
  app.use(compression(), security(), cors(settings));
  // A calendar's address also looks like a program's, so feeds come first.
  addFeedRoutes(app, context);
  addTownRoutes(app, context);
  addFanclubRoutes(app, context);
  addFurusatoRoutes(app, context);
  addMemberRoutes(app, context);
  addMemberPageRoutes(app, context);
  addMatchingRoutes(app, context);
  addApplicationRoutes(app, context);
  addApplicationPageRoutes(app, context);
  addFeedbackPageRoutes(app, context);
  addHostPageRoutes(app, context);
  addNeedRoutes(app, context);
  addNeedPageRoutes(app, context);
  addEnquiryRoutes(app, context);
  addEnquiryPageRoutes(app, context);
  addProofRoutes(app, context);
  addPostalRoutes(app);
  addEmbedRoutes(app, settings.embed);
  addHostedRoutes(app, context);
  addSitemapRoutes(app, context);
  addBuilderRoutes(app, context);
  addCardRoutes(app, context);
  addOutboxRoutes(app, context);
  addStaffRoutes(app, context);
  addPageRoutes(app, context);
  addSystemRoutes(app, context);
  app.onError(onError);
  app.notFound(onNotFound);
  return app;
}
