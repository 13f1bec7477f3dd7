/**
 * Every option of every widget. Nothing else that a page says becomes an attribute: many pages let visitors write links,
 * some let them write `data-`, and none means them to write `onclick`.
 */
export const options =
  'town,endpoint,src,lang,accent,program,kind,theme,from,to,past,sort,limit,view,views,no-jsonld,sync,heading-level,era,compact,new-tab,estimate,one-stop,layout,side,tie,interests,tier,source,via'.split(
    ',',
  );
