import { expect, test } from "vitest";
import { endless } from "../../../testing/endless.ts";
import { saidText, splitQuotes } from "../said/quotes.ts";
import { framedHtml, htmlToMarkedText, marksFound } from "./html.ts";

function split(html: string) {
  const { text, marks } = htmlToMarkedText(html);
  const spans = splitQuotes(text, { marks });
  const of = (kind: string) =>
    spans
      .filter((span) => span.kind === kind)
      .map((span) => text.slice(span.start, span.end).trim())
      .join("\n");
  return { text, said: saidText(text, spans), quote: of("quote"), signature: of("signature"), forward: of("forward") };
}

// The words around the quotes are of no language, so that only the mark-up tells.
test.each([
  [
    "Gmail",
    '<div>Yes.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Zu Zu Ada<br></div><blockquote class="gmail_quote"><div>Thursday?</div></blockquote></div>',
  ],
  [
    "Outlook",
    '<p>Yes.</p><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Xyz</b> Ada</div><div>Thursday?</div>',
  ],
  [
    "Outlook on a telephone",
    '<div>Yes.</div><div class="ms-outlook-mobile-reference-message"><b>Xyz</b> Ada<div>Thursday?</div></div>',
  ],
  ["Outlook on a Mac", '<div>Yes.</div><span id="OLK_SRC_BODY_SECTION"><b>Xyz</b> Ada<div>Thursday?</div></span>'],
  [
    "Outlook on a desk",
    '<p>Yes.</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p><b>Xyz</b> Ada</p></div></div><p>Thursday?</p>',
  ],
  [
    "Thunderbird",
    '<p>Yes.</p><div class="moz-cite-prefix">Zu Zu Ada</div><blockquote type="cite"><p>Thursday?</p></blockquote>',
  ],
  ["Apple", '<div>Yes.</div><div><blockquote type="cite"><div>Zu Zu Ada</div><div>Thursday?</div></blockquote></div>'],
  [
    "Yahoo",
    '<div>Yes.</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>Zu Zu Ada</div><div>Thursday?</div></div>',
  ],
])("what %s marks as a quote is one, in any language", (_, html) => {
  const { said, quote } = split(html);
  expect(said).toBe("Yes.");
  expect(quote).toContain("Thursday?");
});

test("an answer between Gmail's quotes is said", () => {
  const { said } = split(
    '<div class="gmail_quote"><div class="gmail_attr">On Mon, 2 Feb 2026 Ada wrote:</div><blockquote class="gmail_quote">One?</blockquote><div>Yes.</div><blockquote class="gmail_quote">Two?</blockquote><div>No.</div></div>',
  );
  expect(said.replace(/\s+/g, " ")).toBe("Yes. No.");
});

test("what is only indented is said", () => {
  const { said } = split(
    '<div>So:</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>the rooms</div></blockquote>',
  );
  expect(said).toContain("the rooms");
});

test("what Gmail passes on is a forward, whole", () => {
  const { said, forward } = split(
    '<div>See below.</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: Ada &lt;ada@fjordkyl.example&gt;<br></div><br>The plan.</div>',
  );
  expect(said).toBe("See below.");
  expect(forward).toContain("The plan.");
});

test.each([
  'class="gmail_signature"',
  'id="Signature"',
  'class="moz-signature"',
  'id="ms-outlook-mobile-signature"',
  'class="k9mail-signature"',
  'id="_rc_sig"',
  'data-signature-widget="container"',
  'class="ydp1a2bsignature"',
])("a signature that is marked is one, whatever it says: %s", (attribute) => {
  const { said, signature } = split(
    `<div>Yes.</div><div ${attribute}><div>Marta</div><div>The cold is our craft</div></div>`,
  );
  expect(said).toBe("Yes.");
  expect(signature).toBe("Marta\nThe cold is our craft");
});

test("a signature below the line that Apple Mail marks ends where the quote begins", () => {
  const { said, signature } = split(
    '<div>Yes.<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Marta<div>The cold is our craft</div></div><div><blockquote type="cite">On Mon, 2 Feb 2026 Ada wrote:<br>Really?</blockquote></div></div>',
  );
  expect(said).toBe("Yes.");
  expect(signature).toBe("Marta\nThe cold is our craft");
  expect(split('<div><br id="lineBreakAtBeginningOfSignature">Marta</div>').said).toBe("Marta");
});

test("a stranger's marks without end are read in linear time", () => {
  split(`<div>${endless('<br id="lineBreakAtBeginningOfSignature">')}</div>Yes`);
  split(`Yes${endless('<div><br id="lineBreakAtBeginningOfSignature"></div>')}`);
});

test("tags within tags without end are read in linear time, and what stands behind them is read", () => {
  for (const tag of ["<div>", "<x-a>", "<li><p>", "<b><i>", "<table><tr><td>"]) split(endless(tag));
  const lines = split("<div><p>On Thursday.</div><ul><li>Yes<li>No</ul>".repeat(3000)).said.split("\n");
  expect(lines.filter((line) => line === "On Thursday.")).toHaveLength(3000);
  const deep = "<div>".repeat(5000);
  expect(split(`<p>Yes.</p>${deep}</div></div>${"</div>".repeat(5000)}<p>On Thursday.</p>`).said).toMatch(
    /^Yes\..*On Thursday\.$/s,
  );
});

test("a signature that the HTML marks is found in the plain text beside it", () => {
  const text = "Yes.\n\nMarta\nThe cold\nis our craft\n";
  const marks = marksFound(text, '<p>Yes.</p><div class="gmail_signature">Marta<br><b>The cold is our craft</b></div>');
  const spans = splitQuotes(text, { marks });
  expect(spans.map((span) => span.kind)).toEqual(["said", "signature"]);
});

test("what is hidden from whoever reads the mail says nothing", () => {
  const { text } = htmlToMarkedText(
    '<div style="display:none;max-height:0">In short</div><span style="color:red; display: none">No</span><p style="display:block">Yes</p><p hidden>No</p>',
  );
  expect(text).toBe("Yes");
});

test("a stranger's own characters for private use mark nothing", () => {
  const { text, marks } = htmlToMarkedText("<p>\ue000Yes\ue003 \ue001really\ue003</p>");
  expect(text).toBe("Yes really");
  expect(marks).toEqual([]);
});

test("a mail's page asks for nothing before it is shown, and sets no policy of its own", () => {
  const page = framedHtml(
    '<LINK rel="preconnect" href="https://t.example"><meta http-equiv="refresh" content="0;url=https://t.example"><base href="https://t.example">Hi',
    [],
  );
  expect(page.match(/<(link|meta|base)\b[^>]*t\.example/gi)).toBeNull();
  expect(page).toContain("Hi");
});

test("rows of a table are lines, and their cells stand apart", () => {
  const { text } = split(
    '<p>Ready.</p><table><tr><td rowspan="3"><img src="cid:1"></td><td><b>Marta Lindqvist</b></td></tr><tr><td>Head of Operations</td></tr><tr><td>Phone</td><td>+46 31 123 45 67</td></tr></table><table><tr><td><p>Left</p></td><td><div>Right</div></td></tr></table>',
  );
  expect(
    text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ).toEqual(["Ready.", "Marta Lindqvist", "Head of Operations", "Phone\t+46 31 123 45 67", "Left", "Right"]);
});

test("what stands behind the end of the body is said too, and the head is not", () => {
  const head = "<head><title>Mail</title><style>p { color: red }</style></head>";
  const html = `<html>${head}<body><p>The plan is attached.</p></body><p>Sent by the gateway.</p></html><div>A list's last line.</div>`;
  expect(htmlToMarkedText(html).text.split(/\n+/)).toEqual([
    "The plan is attached.",
    "Sent by the gateway.",
    "A list's last line.",
  ]);
});
