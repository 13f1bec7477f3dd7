// A page of several windows' height.
const sheet = new CSSStyleSheet();
sheet.replaceSync('.tall { height: 4000px; }');
document.adoptedStyleSheets = [sheet];
