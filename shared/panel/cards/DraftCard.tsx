import type { Context } from "@sidenote/contract/context";
import { memo, useRef } from "react";
import { CHANGES, languagesBut } from "../changes.ts";
import { blanksIn, fillBlank, type Letter } from "../draft-text.ts";
import { type Drafting, useDrafting } from "../drafting.ts";
import type { Drafts } from "../drafts.ts";
import { useFollow } from "../follow.ts";
import type { Host } from "../host.ts";
import { useEscape } from "../keys.ts";
import type { Situation } from "../subject.ts";
import type { MenuItem } from "../ui/Menu.tsx";
import { Section } from "../ui/Section.tsx";
import { isNewMail } from "../wishes.ts";
import { count } from "../words.ts";
import { DraftActions } from "./DraftActions.tsx";
import { DraftAside, DraftSubjects, MadeBy } from "./DraftAside.tsx";
import { DraftReplies } from "./DraftReplies.tsx";
import { DraftText, Writing } from "./DraftText.tsx";
import { Failed, WhyBuiltin } from "./DraftTrouble.tsx";
import { DraftWish, PurposeMenu, ToneMenu } from "./DraftWish.tsx";

type Place = { situation: Situation; composed: string; drafts: Drafts; host: Host };

/** The mail that is to be written: what is wished, the draft as it comes, and where it goes. */
export const DraftCard = memo(function DraftCard({
  context,
  away,
  ...place
}: Place & { context: Context | undefined; away: boolean }) {
  const { situation, drafts } = place;
  const { key } = situation;
  const drafting = useDrafting(situation, context, drafts);
  const { draft, wish, wishFor } = drafting;
  const { writing, letter, made, replies } = draft;
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
      <WhyBuiltin drafting={drafting} />
      <Failed drafting={drafting} />
      {writing ? (
        <Writing text={writing.text} />
      ) : letter ? (
        <Written drafting={drafting} letter={letter} {...place} />
      ) : (
        <>
          <DraftWish
            situation={situation}
            wish={wish}
            onChange={wishFor}
            onWrite={() => void drafting.write()}
            onReplies={isNewMail(situation) || replies ? undefined : () => void drafting.askReplies()}
            away={away}
          />
          {replies && <DraftReplies replies={replies} onChoose={drafting.choose} />}
          {replies && replies !== "asked" && draft.repliesBy && <MadeBy by={draft.repliesBy} />}
        </>
      )}
      <p className="hidden" role="status">
        {writing ? "Writing" : letter && made ? `The draft is ready, ${count(blanksIn(letter.text), "blank")}` : ""}
      </p>
    </Section>
  );
});

/** A letter that stands there: its text, what is to be known of it, and what can be done with it. */
function Written({
  drafting,
  letter,
  situation,
  composed,
  drafts,
  host,
}: Place & { drafting: Drafting; letter: Letter }) {
  const { key } = situation;
  const { draft, change } = drafting;
  const { made, subjects } = draft;
  return (
    <>
      <DraftText
        key={key}
        letter={letter}
        editing={drafting.editing}
        onFill={(blank, words) => drafts.set(key, { letter: fillBlank(letter, blank, words) })}
        onEdit={(text) => drafts.set(key, { letter: { ...letter, text } })}
        onRewrite={(selection, instruction) =>
          void change("rewrite", "Rewritten", { selection, ...(instruction && { instruction }) })
        }
      />
      {made && <DraftAside made={made} text={letter.text} />}
      {subjects && <DraftSubjects subjects={subjects} put={isNewMail(situation) ? host.insertSubject : undefined} />}
      {subjects && subjects !== "asked" && draft.subjectsBy && <MadeBy by={draft.subjectsBy} />}
      <DraftActions
        key={`${key} actions`}
        situation={situation}
        letter={letter}
        composed={composed}
        insertedInto={draft.insertedInto}
        onInserted={(insertedInto) => drafts.set(key, { insertedInto })}
        editing={drafting.editing}
        onEditing={drafting.setEditing}
        onAgain={() => void drafting.write()}
        changes={changesOf(drafting)}
        host={host}
      />
    </>
  );
}

const changesOf = ({ draft, change, askSubjects, discard }: Drafting): MenuItem[] => [
  ...CHANGES.map(({ how, label, done }) => ({ label, onSelect: () => void change(how, done) })),
  "line",
  ...languagesBut(draft.made?.language).map(({ language, label }) => ({
    label,
    onSelect: () => void change("language", `Written ${label.replace(/^In/, "in")}`, { language }),
  })),
  "line",
  { label: "Subject lines", onSelect: () => void askSubjects() },
  "line",
  { label: "Discard", onSelect: discard },
];
