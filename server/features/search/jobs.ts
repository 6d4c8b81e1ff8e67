import type { Ctx } from "../../core/context.ts";
import { chunks } from "../../core/db/chunks.ts";
import type { Tx } from "../../core/db/database.ts";
import { derive } from "../../core/db/transaction.ts";
import { appendEvents } from "../../core/events/outbox.ts";
import { toUuid } from "../../core/ids.ts";
import { job, type ScheduledTask } from "../../core/jobs/job.ts";
import { countAll, countIfChanged } from "./count.ts";
import { embedRecords } from "./embed.ts";
import {
  findableActivities,
  findableAlready,
  findableCompanies,
  findableContacts,
  findableEmails,
  findablePeopleOf,
} from "./findable.ts";
import { deletePassages, type Findable, writePassages } from "./write.ts";

const RETRIES = 5;
const AT_ONCE = 200;

export const searchJobs = [
  job({
    name: "search.index-emails",
    on: "emails.stored",
    retries: RETRIES,
    run: (ctx, { emailIds }) =>
      index(
        ctx,
        (tx) => findableEmails(tx, ctx, emailIds),
        emailIds.map((id) => toUuid(id, "eml")),
      ),
  }),
  job({
    name: "search.forget-emails",
    on: "emails.forgotten",
    retries: RETRIES,
    run: (ctx, { emailIds }) =>
      derive(ctx, (tx) =>
        deletePassages(
          tx,
          emailIds.map((id) => toUuid(id, "eml")),
        ),
      ),
  }),
  job({
    name: "search.index-contacts",
    on: "contacts.changed",
    retries: RETRIES,
    run: (ctx, { contactIds }) =>
      index(
        ctx,
        (tx) => findableContacts(tx, ctx, contactIds),
        contactIds.map((id) => toUuid(id, "cnt")),
      ),
  }),
  // Who was only seen is found by name, but for those whom a member has changed or merged: of them what is known now.
  job({
    name: "search.index-seen",
    on: "contacts.seen",
    retries: RETRIES,
    run: async (ctx, { contactIds }) => {
      const ids = await findableAlready(ctx, contactIds);
      if (ids.length > 0)
        await index(
          ctx,
          (tx) => findableContacts(tx, ctx, ids),
          ids.map((id) => toUuid(id, "cnt")),
        );
    },
  }),
  job({
    name: "search.index-companies",
    on: "companies.changed",
    retries: RETRIES,
    run: (ctx, { companyIds }) =>
      index(
        ctx,
        (tx) => findableCompanies(tx, ctx, companyIds),
        companyIds.map((id) => toUuid(id, "cmp")),
      ),
  }),
  job({
    name: "search.index-people-of-companies",
    on: "companies.renamed",
    retries: RETRIES,
    run: async (ctx, { companyIds }) => {
      for (const ids of chunks(await findablePeopleOf(ctx, companyIds), AT_ONCE)) {
        await index(
          ctx,
          (tx) => findableContacts(tx, ctx, ids),
          ids.map((id) => toUuid(id, "cnt")),
        );
        ctx.signal.throwIfAborted();
      }
    },
  }),
  job({
    name: "search.index-activities",
    on: "activities.changed",
    retries: RETRIES,
    run: (ctx, { activityIds }) =>
      index(
        ctx,
        (tx) => findableActivities(tx, ctx, activityIds),
        activityIds.map((id) => toUuid(id, "act")),
      ),
  }),
  // After the words, which are what is searched: vectors only say what is alike, and take longer.
  job({
    name: "search.embed",
    on: "passages.written",
    retries: RETRIES,
    run: (ctx, { recordIds }) => embedRecords(ctx, recordIds),
  }),
];

export const searchTasks: ScheduledTask[] = [{ name: "search.count", cron: "*/5 * * * *", run: countAll }];

/** Makes the records findable as they are by now. One that is gone, or that the member no longer sees, is found no more. */
async function index(ctx: Ctx, load: (tx: Tx) => Promise<Findable[]>, uuids: string[]): Promise<void> {
  await derive(ctx, async (tx) => {
    const records = await load(tx);
    await writePassages(tx, uuids, records);
    if (records.length > 0) {
      const recordIds = records.map((record) => record.uuid);
      await appendEvents(tx, ctx, [{ type: "passages.written", payload: { recordIds } }]);
    }
  });
  await countIfChanged(ctx);
}
