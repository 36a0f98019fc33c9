// What a machine can tell of a page's accessibility, as it is painted now (WCAG 2.2, AA).
// Answers with a list of what is wrong.
const wrong = [];
const report = (what, element) =>
  wrong.push(what + (element ? ': ' + element.outerHTML.slice(0, 160).replace(/\s+/g, ' ') : ''));
const all = (selector) => [...document.querySelectorAll(selector)];
const seen = (element) => {
  const box = element.getBoundingClientRect();
  return (
    box.width > 1 &&
    box.height > 1 &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  );
};

// Structure
if (!document.documentElement.lang) report('the page has no language');
if (!document.title.trim()) report('the page has no title');
if (all('main').length !== 1) report('the page has ' + all('main').length + ' main landmarks');
if (all('h1').length !== 1) report('the page has ' + all('h1').length + ' first headings');
let level = 0;
for (const heading of all('h1, h2, h3, h4, h5, h6')) {
  const next = Number(heading.tagName[1]);
  if (next > level + 1) report('a heading skips a level', heading);
  level = next;
}
const ids = new Set();
for (const element of all('[id]')) {
  if (ids.has(element.id)) report('an id stands twice', element);
  ids.add(element.id);
}
for (const attribute of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'list']) {
  for (const element of all('[' + attribute + ']')) {
    for (const id of element.getAttribute(attribute).split(/\s+/)) {
      if (!ids.has(id)) report(attribute + ' leads nowhere', element);
    }
  }
}

// Names
const spoken = (element) => (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
for (const field of all('input:not([type=hidden]), select, textarea')) {
  if (!spoken(field) && ![...(field.labels ?? [])].some(spoken)) report('a field has no label', field);
}
for (const element of all('a[href], button, summary')) {
  if (!spoken(element) && !element.querySelector('img[alt]:not([alt=""])')) {
    report('a link or button says nothing', element);
  }
}
for (const image of all('img:not([alt])')) report('an image has no alt text', image);
for (const frame of all('iframe:not([title])')) report('a frame has no title', frame);
for (const header of all('th:not([scope])')) report('a header says not what it heads', header);
for (const table of all('table')) {
  if (!table.caption && !spoken(table)) report('a table has no caption', table);
}
for (const nav of all('nav')) {
  if (all('nav').length > 1 && !spoken(nav)) report('one of several navigations has no name', nav);
}

// Sizes
for (const element of all('button, input:not([type=hidden]), select')) {
  const box = element.getBoundingClientRect();
  if (seen(element) && !element.matches('[type=checkbox], [type=radio]') && box.height < 24) {
    report('a target is ' + box.height.toFixed(1) + ' pixels high', element);
  }
}

// Contrast
const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const brush = canvas.getContext('2d', { willReadFrequently: true });
const rgba = (colour) => {
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
};
const over = (top, below) => [
  ...[0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])),
  1,
];
const behind = (element) => {
  const layers = [];
  for (let at = element; at; at = at.parentElement) {
    const colour = rgba(getComputedStyle(at).backgroundColor);
    layers.push(colour);
    if (colour[3] === 1) break;
  }
  const paper = matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18, 1] : [255, 255, 255, 1];
  return layers.reverse().reduce((below, layer) => over(layer, below), paper);
};
const luminance = (colour) => {
  const [red, green, blue] = colour
    .slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};
const writes = (element) =>
  element.matches('input:not([type=hidden]):not([type=checkbox]):not([type=radio]), select, textarea') ||
  [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
for (const element of all('body, body *')) {
  if (!writes(element) || !seen(element) || element.closest(':disabled')) continue;
  const style = getComputedStyle(element);
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const ground = behind(element);
  const ratio = contrast(over(rgba(style.color), ground), ground);
  if (ratio < (large ? 3 : 4.5)) report('contrast is ' + ratio.toFixed(2), element);
}

// Reflow
const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > width) {
  const culprit = all('body *').find(
    (element) => seen(element) && element.getBoundingClientRect().right > width + 1,
  );
  report('the page is wider than its window of ' + width, culprit);
}
return wrong;
