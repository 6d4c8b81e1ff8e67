import type { Context } from "@sidenote/contract/context";
import { type ReactNode, useRef, useState } from "react";
import { blanksIn, fillBlank } from "../draft-text.ts";
import { type Drafts, useDraft } from "../drafts.ts";
import { useFollow } from "../follow.ts";
import type { Host } from "../host.ts";
import { useEscape } from "../keys.ts";
import type { Situation } from "../subject.ts";
import { Button } from "../ui/Button.tsx";
import { sentence } from "../ui/Load.tsx";
import { Section } from "../ui/Section.tsx";
import { useToast } from "../ui/Toasts.tsx";
import { draftInput, isNewMail, likelyWish, type Wish } from "../wishes.ts";
import { count } from "../words.ts";
import { DraftActions } from "./DraftActions.tsx";
import { DraftText, Writing } from "./DraftText.tsx";
import { DraftWish, PurposeMenu, ToneMenu } from "./DraftWish.tsx";

/** The mail that is to be written: what is wished, the draft as it comes, and where it goes. */
export function DraftCard({
  situation,
  context,
  drafts,
  host,
  away,
}: {
  situation: Situation;
  context: Context | undefined;
  drafts: Drafts;
  host: Host;
  away: boolean;
}) {
  const { key } = situation;
  const draft = useDraft(drafts, key);
  const [editing, setEditing] = useState(false);
  const toast = useToast();
  const wish = draft.wish ?? likelyWish(situation, context);
  const { writing, letter, made, error } = draft;
  const reason = writing ? writing.reason : (made?.fallback_reason ?? null);

  const write = (next: Wish = wish, builtin = false) => {
    const { letter: old, made: oldMade, wish: oldWish } = drafts.get(key);
    drafts.set(key, { wish: next });
    setEditing(false);
    void drafts.write(key, { ...draftInput(situation, context, next), ...(builtin && { builtin }) });
    if (!old) return;
    const back = () => {
      drafts.stop(key);
      drafts.set(key, { wish: oldWish, letter: old, made: oldMade, writing: null });
    };
    toast({ text: "Writing it anew", undo: back });
  };
  const wishFor = (change: Partial<Wish>) => {
    const next = { ...wish, ...change };
    if (letter && !writing) write(next);
    else drafts.set(key, { wish: next });
  };
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
          {reason} This is the built-in writer’s draft instead.{" "}
          {!writing && (
            <button type="button" className="link accent" onClick={() => write()}>
              Try the model again
            </button>
          )}
        </Reason>
      )}
      {error && (
        <div className="stack failed" role="alert">
          <p>{sentence(error)}</p>
          <div className="row">
            <Button small onClick={() => write()}>
              Try again
            </Button>
            <Button small onClick={() => write(wish, true)}>
              Built-in writer
            </Button>
          </div>
        </div>
      )}
      {writing ? (
        <Writing text={writing.text} />
      ) : letter ? (
        <>
          <DraftText
            letter={letter}
            editing={editing}
            onFill={(blank, words) => drafts.set(key, { letter: fillBlank(letter, blank, words) })}
            onEdit={(text) => drafts.set(key, { letter: { ...letter, text } })}
          />
          <DraftActions
            situation={situation}
            letter={letter}
            insertedInto={draft.insertedInto}
            onInserted={(insertedInto) => drafts.set(key, { insertedInto })}
            editing={editing}
            onEditing={setEditing}
            onAgain={() => write()}
            host={host}
          />
        </>
      ) : (
        <DraftWish situation={situation} wish={wish} onChange={wishFor} onWrite={() => write()} away={away} />
      )}
      <p className="hidden" role="status">
        {writing ? "Writing" : letter && made ? `The draft is ready, ${count(blanksIn(letter.text), "blank")}` : ""}
      </p>
    </Section>
  );
}

const Reason = ({ children }: { children: ReactNode }) => (
  <>
    <span className="tag bad">Model did not answer</span>
    <p className="t-2 reason">{children}</p>
  </>
);
