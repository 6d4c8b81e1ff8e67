import type { Selector } from "../selector.ts";

/** The account button says who is signed in; its label holds the address in every language. */
export const account = {
  css: ["a[href*='SignOutOptions'][aria-label*='@']", "[role=banner] [aria-label*='@']"],
  proof: { "inbox.html": 1, "thread.html": 1, "thread-uk.html": 1, "open-message.html": 0 },
} satisfies Selector;

/** The subject line above an open thread, which carries the thread's id. */
export const openThread = {
  css: ["h2[data-legacy-thread-id]", "[role=main] .hP"],
  proof: { "thread.html": 1, "reply.html": 1, "split-pane.html": 1, "thread-uk.html": 1, "inbox.html": 0 },
} satisfies Selector;

/** A message of an open thread, folded or not. Rows of a list carry thread ids, never this one. */
export const message = {
  css: ["[data-legacy-message-id]", "[data-message-id]"],
  proof: { "thread.html": 3, "open-message.html": 1, "split-pane.html": 3, "inbox.html": 0, "list-row.html": 0 },
} satisfies Selector;

/** The text of a message that is shown in full. */
export const messageBody = {
  css: [".a3s", ".ii.gt > div"],
  proof: { "thread.html": 2, "open-message.html": 1, "thread-uk.html": 1, "inbox.html": 0 },
} satisfies Selector;

export const sender = {
  css: ["h3 span[email]", ".gD[email]"],
  proof: { "thread.html": 2, "open-message.html": 1, "inbox.html": 0 },
} satisfies Selector;

/** A message that is folded names its sender in the first of these. */
export const foldedSender = {
  css: ["[email]"],
  proof: { "thread.html": 6, "open-message.html": 2, "unknown.html": 0 },
} satisfies Selector;

/** To and Cc in one line; Gmail parts them only when the details are unfolded. */
export const messageRecipient = {
  css: [".hb span[email]", ".ajw span[email]"],
  proof: { "thread.html": 3, "open-message.html": 1, "inbox.html": 0 },
} satisfies Selector;

/** The exact time stands in a title, in the words of the page's language. */
export const messageTime = {
  css: [".g3[title]", ".gH [title][role=gridcell]"],
  proof: { "thread.html": 3, "open-message.html": 1, "inbox.html": 0 },
} satisfies Selector;

/** Where a mail is written: a compose window, a popped-out one, an inline reply. */
export const editor = {
  css: ["[g_editable=true][contenteditable=true]", "form ~ table [role=textbox][contenteditable=true]"],
  proof: { "reply.html": 1, "compose.html": 1, "compose-2020.html": 1, "compose-popout.html": 1, "thread.html": 0 },
} satisfies Selector;

/** Everything that belongs to one mail being written: its recipients, subject and text. */
export const composeWindow = {
  css: ["[role=region]:has([contenteditable=true])", ".aoI:has([contenteditable=true])"],
  proof: { "reply.html": 1, "compose.html": 1, "compose-2020.html": 1, "compose-popout.html": 1, "thread.html": 0 },
} satisfies Selector;

/** Chips of today, hidden fields of the older form, and the names that a folded recipient line shows. */
export const composeRecipient = {
  css: [
    "[role=option][data-hovercard-id*='@']",
    "input[type=hidden][name=to][value*='@'], input[type=hidden][name=cc][value*='@']",
    "form span[email]",
  ],
  proof: { "reply.html": 2, "compose.html": 1, "compose-old-chips.html": 1, "compose-2020.html": 0, "thread.html": 0 },
} satisfies Selector;

export const composeSubject = {
  css: ["input[name=subjectbox]", "input.aoT"],
  proof: { "reply.html": 1, "compose.html": 1, "compose-2020.html": 1, "thread.html": 0 },
} satisfies Selector;

/** In a message or a thread: an answer, not a mail of its own. */
export const answered = {
  css: ["[role=list]", "[role=main]"],
  proof: { "reply.html": 1, "thread.html": 1, "compose-popout.html": 0, "compose-2020.html": 0 },
} satisfies Selector;

/** A popped-out answer still names the message that it answers. */
export const answeredMessage = {
  css: ["input[type=hidden][name=rm][value*='msg']"],
  proof: { "reply.html": 1, "compose.html": 0, "compose-2020.html": 0 },
} satisfies Selector;

/** By which name Gmail keeps the mail that is being written. */
export const ownDraft = {
  css: ["input[type=hidden][name=draft][value*='msg-']"],
  proof: { "compose.html": 1, "compose-2020.html": 1, "compose-popout.html": 1, "thread.html": 0 },
} satisfies Selector;

/** What in a mail being written is not what the member says now: signature and quoted thread. */
export const notTyped = {
  css: [
    ".gmail_signature, .gmail_signature_prefix, [data-smartmail=gmail_signature], .gmail_quote, .gmail_extra, .gmail_attr",
  ],
  proof: { "reply.html": 9, "compose.html": 2, "compose-2020.html": 0 },
} satisfies Selector;
