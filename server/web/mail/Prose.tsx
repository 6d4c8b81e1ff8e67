import { Fragment, type ReactNode } from "react";
import type { Part } from "./parts.ts";

type Mark = { start: number; length: number };

/** A stretch of plain text: paragraphs, addresses that can be followed, and the sentence that waits. */
export function Prose({ part, mark }: { part: Part; mark: Mark | null }) {
  const paragraphs = paragraphsOf(part);
  return (
    <>
      {paragraphs.map(({ start, text }) => (
        <p key={start} className={part.kind} dir="auto">
          {withMark(text, start, mark)}
        </p>
      ))}
    </>
  );
}

function paragraphsOf({ text, start }: Part): { start: number; text: string }[] {
  const found: { start: number; text: string }[] = [];
  let at = 0;
  for (const gap of [...text.matchAll(/\n[ \t]*(?:\n[ \t]*)+/g), null]) {
    const end = gap?.index ?? text.length;
    const lead = /^\s*\n|^/.exec(text.slice(at, end))![0].length;
    const paragraph = text.slice(at + lead, end).trimEnd();
    if (paragraph.trim() !== "") found.push({ start: start + at + lead, text: paragraph });
    at = end + (gap?.[0].length ?? 0);
  }
  return found;
}

function withMark(text: string, start: number, mark: Mark | null): ReactNode {
  if (!mark) return withLinks(text);
  const from = Math.max(0, mark.start - start);
  const to = Math.min(text.length, mark.start + mark.length - start);
  if (from >= to) return withLinks(text);
  return (
    <>
      {withLinks(text.slice(0, from))}
      <mark title="This waits for an answer">{withLinks(text.slice(from, to))}</mark>
      {withLinks(text.slice(to))}
    </>
  );
}

const LINK = /\bhttps?:\/\/[^\s<>"'\u201c\u201d]+[^\s<>"'\u201c\u201d.,;:!?)\]]/g;
const SHOWN_LINK = 60;

/** Addresses open in a page of their own that learns nothing of this one; the whole address shows on hover. */
function withLinks(text: string): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { 0: url, index } of text.matchAll(LINK)) {
    parts.push(
      text.slice(at, index),
      <a key={index} href={url} title={url} target="_blank" rel="noopener noreferrer">
        {url.length > SHOWN_LINK ? `${url.slice(0, SHOWN_LINK)}…` : url}
      </a>,
    );
    at = index + url.length;
  }
  return <Fragment>{[...parts, text.slice(at)]}</Fragment>;
}
