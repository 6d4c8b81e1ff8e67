import { DraftEvent, emailDraft } from "@sidenote/contract/context";
import { drafts as calls } from "@sidenote/contract/drafts";
import type { InputOf } from "@sidenote/contract/endpoint";
import { useEffect, useSyncExternalStore } from "react";
import type { Keeps } from "./begun.ts";
import { Away, type Client } from "./client.ts";
import {
  type Asked,
  type DraftState,
  isOther,
  type KeptDraft,
  keptOf,
  NOTHING,
  ONLY_WISH,
  outlivesPage,
} from "./draft-state.ts";
import { citedIn, type Gone, lossOf } from "./resting.ts";

/** The drafts of this panel, each by what it is about: who looks at another mail meanwhile finds this one written. */
export class Drafts {
  readonly #client: Client;
  readonly #all = new Map<string, DraftState>();
  readonly #running = new Map<string, AbortController>();
  /** The mails of which this panel has heard that they are forgotten: what rests on them comes late, or back, in vain. */
  readonly #gone = new Set<string>();
  readonly #listeners = new Set<() => void>();

  readonly #keeps: Keeps<KeptDraft> | undefined;

  constructor(client: Client, keeps?: Keeps<KeptDraft>) {
    this.#client = client;
    this.#keeps = keeps;
    for (const [key, kept] of keeps?.all() ?? []) this.#all.set(key, { ...NOTHING, ...kept });
    keeps?.watch((key, kept) => (kept === null ? this.#drop(key) : this.#take(key, kept)));
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get = (key: string): DraftState => this.#all.get(key) ?? NOTHING;

  set(key: string, change: Partial<DraftState>): void {
    const before = this.get(key);
    const wanted = { ...before, ...change };
    const loss = this.#gone.size > 0 && lossOf({ ids: this.#gone }, key, wanted);
    const state = loss ? { ...wanted, ...loss } : wanted;
    if (state.writing === null && before.writing !== null && loss) this.#end(key);
    this.#all.set(key, state);
    if (isOther(before, state) && outlivesPage(key)) this.#keeps?.put(key, keptOf(state));
    for (const listener of this.#listeners) listener();
  }

  /** Those about this thread, whomever they are to; all, where none is named. What is being written stops. */
  forget(threadKey?: string): void {
    for (const [key] of this.#everything()) {
      if (threadKey !== undefined && !key.endsWith(` ${threadKey}`)) continue;
      this.#keeps?.put(key, null);
      this.#drop(key);
    }
  }

  /** What was made about this thread, as where it is forgotten elsewhere: the member's words stay. Whether there was any. */
  forgetMade(threadKey: string): boolean {
    const isMade = ({ writing, letter, replies }: DraftState) =>
      writing !== null || letter !== null || replies !== null;
    const made = this.#everything().filter(([key, state]) => key.endsWith(` ${threadKey}`) && isMade(state));
    for (const [key] of made) {
      this.#end(key);
      this.set(key, ONLY_WISH);
    }
    return made.length > 0;
  }

  /** What rests on these mails, or may; what rests on others alone stays, and so does what the member wished. Whether there was any. */
  forgetMails(gone: Gone): boolean {
    for (const id of gone.ids) this.#gone.add(id);
    let isAny = false;
    for (const [key, state] of this.#everything()) {
      const loss = lossOf(gone, key, state);
      if (loss === null) continue;
      isAny = true;
      if (loss.writing === null) this.#end(key);
      this.set(key, loss);
    }
    return isAny;
  }

  /** The stored mails that any of them says it rests on. */
  cited = (): Set<string> => new Set(this.#everything().flatMap(([, state]) => citedIn(state)));

  /** Those of this panel, and what lies on the shelf from others. */
  #everything(): [string, DraftState][] {
    const kept = (this.#keeps?.all() ?? []).map(([key, one]): [string, DraftState] => [key, { ...NOTHING, ...one }]);
    return [...new Map([...kept, ...this.#all])];
  }

  /** What another panel made of it. A letter from there is the newer one: what is being written here would erase it. */
  #take(key: string, kept: KeptDraft): void {
    const before = this.get(key);
    const isOverwritten = kept.letter?.text !== before.letter?.text;
    if (isOverwritten) this.#end(key);
    const replies = before.replies === "asked" ? before.replies : kept.replies;
    const now = { ...before, ...kept, replies, ...(isOverwritten && { writing: null }) };
    this.#all.set(key, { ...now, ...lossOf({ ids: this.#gone }, key, now) });
    for (const listener of this.#listeners) listener();
  }

  #end(key: string): void {
    const run = this.#running.get(key);
    this.#running.delete(key);
    run?.abort();
  }

  #drop(key: string): void {
    this.#end(key);
    if (this.#all.delete(key)) for (const listener of this.#listeners) listener();
  }

  write = (key: string, input: InputOf<typeof emailDraft>): Promise<boolean> =>
    this.#run(key, emailDraft, input, { what: "write" });

  /** Goes on behind what had arrived of a draft, which stays as it stands. */
  goOn = (key: string, input: InputOf<typeof emailDraft>): Promise<boolean> => {
    const seen = this.get(key).letter?.text ?? "";
    return this.#run(key, emailDraft, { ...input, seen }, { what: "go on" }, seen);
  };

  /** Puts the draft that stands there in another form; it stands again when that is stopped or fails. */
  change = (key: string, input: InputOf<typeof calls.change>, asked: Asked): Promise<boolean> =>
    this.#run(key, calls.change, input, asked);

  /** Whether it came to an end. */
  async #run<E extends typeof emailDraft | typeof calls.change>(
    key: string,
    target: E,
    input: InputOf<E>,
    asked: Asked,
    seen = "",
  ): Promise<boolean> {
    this.stop(key);
    const run = new AbortController();
    this.#running.set(key, run);
    const behind = seen !== "";
    const { letter: before, rests } = this.get(key);
    this.set(key, {
      writing: { text: seen, reason: null, behind },
      failed: null,
      cut: false,
      subjects: null,
      rests: before?.statements.length === 0 ? rests : [],
    });
    const isOn = () => this.#running.get(key) === run;
    try {
      const written = await this.#client.stream<typeof emailDraft | typeof calls.change>(target, input, {
        signal: run.signal,
        onEvent: (event) => isOn() && this.#hear(key, event, seen),
      });
      const { draft, statements, blanks, ...made } = written;
      // What the member's notes say of it stays beside it in another form.
      const eyes = asked.what === "change" ? this.get(key).made?.for_your_eyes : undefined;
      const keepsLanguage = asked.what === "change" && asked.how !== "language";
      const chosen = keepsLanguage ? this.get(key).made?.chosen : input.language;
      const letter = { text: draft, statements };
      if (isOn())
        this.set(key, {
          writing: null,
          letter,
          made: { ...(eyes && { for_your_eyes: eyes }), ...made, behind, asked, chosen },
        });
      return isOn();
    } catch (error) {
      if (!isOn()) return false;
      const { letter, writing } = this.get(key);
      // A letter that was there before stands again, unless it was gone on with; else what came so far is the letter.
      const isFirst = !letter || behind;
      const arrived = writing?.text && isFirst ? { text: writing.text, statements: [] } : null;
      this.set(key, { writing: null, letter: arrived ?? letter });
      if (run.signal.aborted) return false;
      this.set(key, { failed: { error: error as Error, asked }, cut: arrived !== null && error instanceof Away });
      return false;
    } finally {
      if (isOn()) this.#running.delete(key);
    }
  }

  async askReplies(key: string, input: InputOf<typeof calls.replies>): Promise<void> {
    this.set(key, { replies: "asked", failed: null });
    await this.#asked(key, "replies", async () => {
      const { replies, ...repliesBy } = await this.#client.api(calls.replies, input);
      return { replies, repliesBy };
    });
  }

  async askSubjects(key: string, input: InputOf<typeof calls.subjects>): Promise<void> {
    this.set(key, { subjects: "asked", failed: null });
    await this.#asked(key, "subjects", async () => {
      const { subjects, ...subjectsBy } = await this.#client.api(calls.subjects, input);
      return { subjects, subjectsBy };
    });
  }

  async #asked(key: string, what: "replies" | "subjects", ask: () => Promise<Partial<DraftState>>): Promise<void> {
    // What was forgotten meanwhile is asked for no more.
    const answer = (change: Partial<DraftState>) => this.get(key)[what] === "asked" && this.set(key, change);
    try {
      answer(await ask());
    } catch (error) {
      answer({ [what]: null, failed: { error: error as Error, asked: { what } } });
    }
  }

  #hear(key: string, sent: unknown, seen: string): void {
    const event = DraftEvent.parse(sent);
    const { writing, rests } = this.get(key);
    if (!writing) return;
    if (event.type === "text") {
      const more = event.rests && { rests: [...new Set([...rests, ...event.rests])] };
      this.set(key, { writing: { ...writing, text: writing.text + event.text }, ...more });
    }
    if (event.type === "restart") this.set(key, { writing: { ...writing, text: seen, reason: event.reason } });
  }

  stop(key: string): void {
    this.#running.get(key)?.abort();
  }

  stopAll(): void {
    for (const run of this.#running.values()) run.abort();
  }
}

/** What is being written stops with the panel that shows it; what had come of it stays. */
export const useStopping = (drafts: Drafts): void => useEffect(() => () => drafts.stopAll(), [drafts]);

export const useDraft = (drafts: Drafts, key: string): DraftState =>
  useSyncExternalStore(drafts.subscribe, () => drafts.get(key));
