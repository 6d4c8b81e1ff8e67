import type { Host, Inserted, Subject } from "../host.ts";

/** A page that shows what it is told to, and remembers what was put into it. */
export class FakeHost implements Host {
  readonly kind: Host["kind"];
  readonly opened: string[] = [];
  readonly inserted: string[] = [];
  /** What stands in the compose window. */
  composed = "";
  /** The subject of what is being written. */
  subjectLine = "";
  refusal: string | null = null;
  folded = false;
  #subject: Subject | null;
  #watchers = new Set<(subject: Subject | null) => void>();

  constructor(subject: Subject | null, kind: Host["kind"] = "gmail") {
    this.#subject = subject;
    this.kind = kind;
  }

  watchSubject(tell: (subject: Subject | null) => void, signal: AbortSignal): void {
    this.#watchers.add(tell);
    signal.addEventListener("abort", () => this.#watchers.delete(tell));
    tell(this.#subject);
  }

  show(subject: Subject | null): void {
    this.#subject = subject;
    for (const tell of this.#watchers) tell(subject);
  }

  insertDraft = async (text: string): Promise<Inserted> => {
    if (this.refusal) return { ok: false, reason: this.refusal };
    const before = this.composed;
    this.composed = text;
    this.inserted.push(text);
    const undo = async () => {
      this.composed = before;
    };
    return { ok: true, undo };
  };

  insertSubject = async (line: string): Promise<Inserted> => {
    if (this.refusal) return { ok: false, reason: this.refusal };
    const before = this.subjectLine;
    this.subjectLine = line;
    const undo = async () => {
      this.subjectLine = before;
    };
    return { ok: true, undo };
  };

  openWorkspace(path: string): void {
    this.opened.push(path);
  }

  collapse(): void {
    this.folded = true;
  }
}
