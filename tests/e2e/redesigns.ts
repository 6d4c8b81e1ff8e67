const renameClasses = () => {
  for (const element of document.body.querySelectorAll("[class]")) {
    const kept = [...element.classList].filter((c) => c.startsWith("gmail_") || ["a3s", "hb", "g3"].includes(c));
    element.setAttribute("class", [...kept, `x${element.classList.length}`].join(" "));
  }
};
const addWrappers = () => {
  for (const element of document.querySelectorAll("[role=main], [role=region], .a3s, h3, .hb, form")) {
    const wrapper = document.createElement("section");
    element.replaceWith(wrapper);
    wrapper.append(element);
  }
};

/** What Gmail does to its pages without notice. */
export const REDESIGNS = [
  ["every class renamed", renameClasses],
  ["wrappers around everything", addWrappers],
] as const;
