import { type Contact, contacts } from "@sidenote/contract/contacts";
import { context } from "@sidenote/contract/context";
import { emails, type Person, type ScreenMessage } from "@sidenote/contract/emails";
import type { EmailId } from "@sidenote/contract/ids";
import type { Client } from "./client.ts";

/** The way back from a save; null when it waits for the server, and there is nothing to take back yet. */
export type Undo = (() => Promise<unknown>) | null;

/** Makes somebody a contact: seen in mail, put away before, or nobody yet. */
export async function savePerson(client: Client, person: Person, contact: Contact | null): Promise<Undo> {
  if (contact?.archived) return archive(client, contact, false);
  if (contact) {
    const { id } = contact;
    const done = await client.save(contacts.save, { id });
    return done.sent ? () => client.api(contacts.unsave, { id }) : null;
  }
  const { name, address } = person;
  const done = await client.save(contacts.create, { name: name || address, addresses: [address] });
  return done.sent ? () => archive(client, done.output, true) : null;
}

type Version = Pick<Contact, "id" | "version">;

/** Puts a contact away, or brings it back. */
async function archive(client: Client, { id, version }: Version, archived: boolean): Promise<Undo> {
  const done = await client.save(contacts.archive, { id, version, archived });
  return done.sent ? () => archive(client, done.output, !archived) : null;
}

/** A mail that was there before stays when the save is taken back. */
export async function saveMails(client: Client, messages: readonly ScreenMessage[]): Promise<Undo> {
  const made: { id: EmailId }[] = [];
  let waits = false;
  for (const message of messages) {
    const done = await client.save(emails.store, message);
    if (!done.sent) waits = true;
    else if (done.output.outcome === "stored") made.push(done.output.email);
  }
  return waits ? null : () => forgetMails(client, made);
}

/** The mail first: who is seen in it becomes a contact, and taking both back leaves nothing. */
export async function saveBoth(
  client: Client,
  person: Person,
  contact: Contact | null,
  messages: readonly ScreenMessage[],
): Promise<Undo> {
  const mails = await saveMails(client, messages);
  const seen = mails && (await client.api(context.get, { address: person.address })).contact;
  const contacted = await savePerson(client, person, seen ?? contact);
  if (!mails || !contacted) return null;
  return async () => {
    await contacted();
    await mails();
  };
}

export async function forgetMails<Mail extends { id: EmailId }>(
  client: Client,
  mails: readonly Mail[],
  gone: (mail: Mail) => void = () => {},
): Promise<void> {
  try {
    for (const mail of mails) {
      await client.api(emails.forget, { id: mail.id });
      gone(mail);
    }
  } finally {
    // What they said stands on the cards of other threads and people, too.
    await client.kept?.forget();
  }
}
