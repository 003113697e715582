// Files of data, each a script that is loaded once and hands its data over: the only way that works from disk too.

const files = {};
// Letters read so far, of data.
let spent = 0;
const load = (name, folder = "search") => {
  const url = `${folder}/${name}.js`;
  files[url] ??= {};
  return files[url].data ??= new Promise((take, fail) => {
    files[url].take = take;
    const script = document.createElement("script");
    script.onload = () => script.remove();
    script.onerror = () => {
      delete files[url];
      fail();
    };
    script.src = url;
    document.head.append(script);
  });
};
window.verbale = {take: (url, data) => {
  if (!/^static|index/.test(url)) spent += JSON.stringify(data).length + url.length;
  files[url].take(data);
}};
