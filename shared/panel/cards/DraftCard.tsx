import type { Context } from "@sidenote/contract/context";
import type { DraftChange, ShortReply } from "@sidenote/contract/drafts";
import { memo, type ReactNode, useRef, useState } from "react";
import { CHANGES, languagesBut } from "../changes.ts";
import { blanksIn, fillBlank } from "../draft-text.ts";
import { type Asked, type Drafts, useDraft } from "../drafts.ts";
import { useFollow } from "../follow.ts";
import type { Host } from "../host.ts";
import { useEscape } from "../keys.ts";
import type { Situation } from "../subject.ts";
import { Button } from "../ui/Button.tsx";
import { sentence } from "../ui/Load.tsx";
import type { MenuItem } from "../ui/Menu.tsx";
import { Section } from "../ui/Section.tsx";
import { useToast } from "../ui/Toasts.tsx";
import { aboutOf, draftInput, isNewMail, likelyWish, type Wish, wishInput } from "../wishes.ts";
import { count } from "../words.ts";
import { DraftActions } from "./DraftActions.tsx";
import { DraftAside, DraftSubjects, MadeBy } from "./DraftAside.tsx";
import { DraftReplies } from "./DraftReplies.tsx";
import { DraftText, Writing } from "./DraftText.tsx";
import { DraftWish, PurposeMenu, ToneMenu } from "./DraftWish.tsx";

/** The mail that is to be written: what is wished, the draft as it comes, and where it goes. */
export const DraftCard = memo(function DraftCard({
  situation,
  composed,
  context,
  drafts,
  host,
  away,
}: {
  situation: Situation;
  composed: string;
  context: Context | undefined;
  drafts: Drafts;
  host: Host;
  away: boolean;
}) {
  const { key } = situation;
  const draft = useDraft(drafts, key);
  /** What is edited, by its key: another mail on screen is not. */
  const [edited, setEdited] = useState<string | null>(null);
  const editing = edited === key;
  const setEditing = (on: boolean) => setEdited(on ? key : null);
  const toast = useToast();
  const wish = draft.wish ?? likelyWish(situation, context);
  const { writing, letter, made, failed, replies, subjects } = draft;
  const reason = writing ? writing.reason : (made?.fallback_reason ?? null);

  const write = async (next: Wish = wish, builtin = false) => {
    const { letter: old, made: oldMade, wish: oldWish } = drafts.get(key);
    drafts.set(key, { wish: next });
    setEditing(false);
    const language = oldMade?.chosen;
    const input = { ...draftInput(situation, context, next), ...(language && { language }) };
    const isDone = await drafts.write(key, { ...input, ...(builtin && { builtin }) });
    // As long as it is being written, what stops it brings back the letter that stood there.
    if (!isDone || !old) return;
    const back = () => {
      drafts.stop(key);
      drafts.set(key, { wish: oldWish, letter: old, made: oldMade, writing: null });
    };
    toast({ text: "Written anew", undo: back });
  };
  const goOn = (builtin = false) => {
    setEditing(false);
    void drafts.goOn(key, { ...draftInput(situation, context, wish), ...(builtin && { builtin }) });
  };
  const wishFor = (change: Partial<Wish>) => {
    const next = { ...wish, ...change };
    if (letter && !writing) void write(next);
    else drafts.set(key, { wish: next });
  };
  const about = aboutOf(situation, context);
  const change = async (how: DraftChange, done: string, more: More = {}, builtin = false) => {
    const { letter: old, made: oldMade } = drafts.get(key);
    if (!old) return;
    setEditing(false);
    const { text, statements } = old;
    const language = more.language ?? oldMade?.language;
    const rest = { ...more, ...(language && { language }), ...(builtin && { builtin }) };
    const input = { ...about, ...wishInput(wish), draft: text, statements, how, ...rest };
    const isDone = await drafts.change(key, input, { what: "change", how, done, more, text });
    const now = drafts.get(key);
    // What could not be done is said in its place, and nothing needs to be undone.
    if (!isDone || now.letter?.text === text) return;
    const back = () => {
      drafts.stop(key);
      drafts.set(key, { letter: old, made: oldMade, writing: null });
    };
    toast({ text: done, undo: back });
  };
  const askReplies = (builtin = false) => drafts.askReplies(key, { ...about, ...(builtin && { builtin }) });
  const askSubjects = (builtin = false) => {
    const input = { ...about, draft: letter?.text ?? "", purpose: wishInput(wish).purpose };
    return drafts.askSubjects(key, { ...input, ...(builtin && { builtin }) });
  };
  /** The same once more, of the letter as it stands now. */
  function repeat(asked: Asked, builtin = false): void {
    if (asked.what === "change") void change(asked.how, asked.done, asked.more, builtin);
    else if (asked.what === "go on") goOn(builtin);
    else if (asked.what === "replies") void askReplies(builtin);
    else if (asked.what === "subjects") void askSubjects(builtin);
    else void write(wish, builtin);
  }
  // What was selected is found no more in a letter that was edited since.
  const canRepeat = (asked: Asked) => asked.what !== "change" || !asked.more.selection || asked.text === letter?.text;
  const last: Asked = made?.asked ?? { what: "write" };
  const choose = ({ draft: text, statements }: ShortReply) => {
    const { repliesBy } = drafts.get(key);
    const chosen = repliesBy && { ...repliesBy, fallback_reason: null, limit: null, behind: false };
    drafts.set(key, { letter: { text, statements }, made: chosen });
    toast({ text: "Nothing is inserted yet.", undo: () => drafts.set(key, { letter: null, made: null }) });
  };
  /** Back to what was wished, as if nothing had been written. */
  function discard(): void {
    const { letter: old, made: oldMade } = drafts.get(key);
    setEditing(false);
    drafts.set(key, { letter: null, made: null, subjects: null, failed: null });
    toast({ text: "Draft discarded.", undo: () => drafts.set(key, { letter: old, made: oldMade }) });
  }
  const changes: MenuItem[] = [
    ...CHANGES.map(({ how, label, done }) => ({ label, onSelect: () => void change(how, done) })),
    "line",
    ...languagesBut(made?.language).map(({ language, label }) => ({
      label,
      onSelect: () => void change("language", `Written ${label.replace(/^In/, "in")}`, { language }),
    })),
    "line",
    { label: "Subject lines", onSelect: () => void askSubjects() },
    "line",
    { label: "Discard", onSelect: discard },
  ];
  const section = useRef<HTMLElement>(null);
  useFollow(section, writing !== null, writing?.text ?? "");
  useEscape(writing !== null, () => drafts.stop(key));
  const menus = (
    <span className="row menus">
      {(letter || writing) && <PurposeMenu situation={situation} wish={wish} onChange={wishFor} />}
      <ToneMenu wish={wish} onChange={wishFor} />
    </span>
  );

  return (
    <Section
      title={isNewMail(situation) ? "Mail" : "Reply"}
      label="Draft"
      margin={letter || writing ? "machine" : undefined}
      ref={section}
      aside={menus}
    >
      {reason !== null && (
        <Reason>
          {/[.!?]$/.test(reason) ? reason : `${reason}.`} {whoInstead(writing ?? made, writing !== null)}{" "}
          {!writing && canRepeat(last) && (
            <button type="button" className="link accent" onClick={() => repeat(last)}>
              Try the model again
            </button>
          )}
        </Reason>
      )}
      {failed && (
        <div className="stack failed" role="alert">
          <p>
            {sentence(failed.error)}
            {draft.cut && " What had arrived stands below."}
          </p>
          {canRepeat(failed.asked) && (
            <div className="row">
              <Button small onClick={() => (draft.cut ? goOn() : repeat(failed.asked))}>
                {draft.cut ? "Go on" : "Try again"}
              </Button>
              <Button small onClick={() => (draft.cut ? goOn(true) : repeat(failed.asked, true))}>
                Built-in writer
              </Button>
            </div>
          )}
        </div>
      )}
      {writing ? (
        <Writing text={writing.text} />
      ) : letter ? (
        <>
          <DraftText
            key={key}
            letter={letter}
            editing={editing}
            onFill={(blank, words) => drafts.set(key, { letter: fillBlank(letter, blank, words) })}
            onEdit={(text) => drafts.set(key, { letter: { ...letter, text } })}
            onRewrite={(selection, instruction) =>
              void change("rewrite", "Rewritten", { selection, ...(instruction && { instruction }) })
            }
          />
          {made && <DraftAside made={made} text={letter.text} />}
          {subjects && (
            <DraftSubjects subjects={subjects} put={isNewMail(situation) ? host.insertSubject : undefined} />
          )}
          {subjects && subjects !== "asked" && draft.subjectsBy && <MadeBy by={draft.subjectsBy} />}
          <DraftActions
            key={`${key} actions`}
            situation={situation}
            letter={letter}
            composed={composed}
            insertedInto={draft.insertedInto}
            onInserted={(insertedInto) => drafts.set(key, { insertedInto })}
            editing={editing}
            onEditing={setEditing}
            onAgain={() => void write()}
            changes={changes}
            host={host}
          />
        </>
      ) : (
        <>
          <DraftWish
            situation={situation}
            wish={wish}
            onChange={wishFor}
            onWrite={() => void write()}
            onReplies={isNewMail(situation) || replies ? undefined : () => void askReplies()}
            away={away}
          />
          {replies && <DraftReplies replies={replies} onChoose={choose} />}
          {replies && replies !== "asked" && draft.repliesBy && <MadeBy by={draft.repliesBy} />}
        </>
      )}
      <p className="hidden" role="status">
        {writing ? "Writing" : letter && made ? `The draft is ready, ${count(blanksIn(letter.text), "blank")}` : ""}
      </p>
    </Section>
  );
});

type More = Extract<Asked, { what: "change" }>["more"];

/** What became of a draft whose model did not answer. */
function whoInstead(draft: { behind: boolean } | null, isOn: boolean): string {
  if (!draft?.behind) return "This is the built-in writer’s draft instead.";
  return isOn ? "The built-in writer writes what is missing." : "The built-in writer wrote what was missing.";
}

const Reason = ({ children }: { children: ReactNode }) => (
  <>
    <span className="tag bad">Model did not answer</span>
    <p className="t-2 reason">{children}</p>
  </>
);
