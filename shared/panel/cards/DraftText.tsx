import { useEffect, useRef, useState } from "react";
import { type Letter, layOut, type Piece } from "../draft-text.ts";
import { Source } from "../sources.tsx";
import { Button } from "../ui/Button.tsx";

type Blank = Extract<Piece, { kind: "blank" }>;
type OnRewrite = (selection: { start: number; end: number }, instruction: string) => void;
type OnFill = (blank: Blank, words: string) => void;

/** A draft as it is written: what came so far, and a caret. */
export function Writing({ text }: { text: string }) {
  const paragraphs = text.split(/\n{2,}/);
  return (
    <div className="draft" aria-busy="true">
      {paragraphs.map((paragraph, i) => (
        <p key={i} dir="auto">
          {paragraph}
          {i === paragraphs.length - 1 && <span className="caret" aria-hidden />}
        </p>
      ))}
    </div>
  );
}

/** The draft with its sources and blanks; as plain text while the member edits it. */
export function DraftText({
  letter,
  editing,
  onFill,
  onEdit,
  onRewrite,
}: {
  letter: Letter;
  editing: boolean;
  onFill: OnFill;
  onEdit: (text: string) => void;
  onRewrite: OnRewrite;
}) {
  if (editing) return <Edit text={letter.text} onEdit={onEdit} onRewrite={onRewrite} />;
  return (
    <div className="draft">
      {layOut(letter).map((pieces, i) => (
        <p key={i} dir="auto">
          {pieces.map((piece, j) => (
            <PieceOf key={j} piece={piece} before={pieces[j - 1]} next={pieces[j + 1]} onFill={onFill} />
          ))}
        </p>
      ))}
    </div>
  );
}

type Neighbours = { before: Piece | undefined; next: Piece | undefined };

function PieceOf({ piece, before, next, onFill }: { piece: Piece; onFill: OnFill } & Neighbours) {
  if (piece.kind === "text") return piece.text.slice(before?.kind === "source" ? stopOf(piece).length : 0);
  if (piece.kind === "blank") return <BlankField blank={piece} onFill={onFill} />;
  return (
    <span className="with-stop">
      <Source source={piece.source} />
      {stopOf(next)}
    </span>
  );
}

/** What ends a sentence stands with the source before it: it would begin a line otherwise. */
const stopOf = (piece: Piece | undefined): string =>
  (piece?.kind === "text" && piece.text.match(/^[.,:;!?)]+/)?.[0]) || "";

/** A blank is filled in where it stands: typing replaces it, Enter keeps, Escape leaves it open. */
function BlankField({ blank, onFill }: { blank: Blank; onFill: OnFill }) {
  const [words, setWords] = useState<string | null>(null);
  const close = (keep: boolean) => {
    if (keep && words?.trim()) onFill(blank, words.trim());
    setWords(null);
  };
  if (words === null)
    return (
      <button type="button" className="blank" aria-label={`Fill in: ${blank.text}`} onClick={() => setWords("")}>
        {blank.text}
      </button>
    );
  return (
    <input
      className="blank open"
      // biome-ignore lint/a11y/noAutofocus: it stands where the member has just clicked
      autoFocus
      aria-label={blank.text}
      placeholder={blank.text}
      value={words}
      size={Math.max(blank.text.length, words.length, 4)}
      onChange={(event) => setWords(event.target.value)}
      onBlur={() => close(true)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.stopPropagation();
        event.preventDefault();
        close(event.key === "Enter");
      }}
    />
  );
}

/** The draft as plain text. What is selected in it can be written anew, and nothing else of it is. */
function Edit({ text, onEdit, onRewrite }: { text: string; onEdit: (text: string) => void; onRewrite: OnRewrite }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [selection, setSelection] = useState({ start: 0, end: 0 });
  const [instruction, setInstruction] = useState("");
  useEffect(() => field.current?.focus(), []);
  const isChosen = selection.end > selection.start;
  const rewrite = () => isChosen && onRewrite(selection, instruction.trim());
  return (
    <>
      <textarea
        ref={field}
        className="field edit"
        dir="auto"
        aria-label="Draft text"
        value={text}
        onChange={(event) => onEdit(event.target.value)}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
          setSelection({ start: selectionStart, end: selectionEnd })
        }
      />
      <form
        className="row rewrite"
        data-enter="own"
        onSubmit={(event) => {
          event.preventDefault();
          rewrite();
        }}
      >
        <input
          className="field grow"
          aria-label="How to rewrite the selection"
          placeholder={isChosen ? "How? (optional)" : "Select a part to rewrite it"}
          value={instruction}
          disabled={!isChosen}
          onChange={(event) => setInstruction(event.target.value)}
        />
        <Button type="submit" disabled={!isChosen}>
          Rewrite
        </Button>
      </form>
    </>
  );
}
