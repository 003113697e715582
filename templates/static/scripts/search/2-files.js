// Files of data, each a script that is loaded once and hands its data over: the only way that works from disk too.

const files = {};
const load = name => {
  const url = `search/${name}.js`;
  files[url] ??= {};
  return files[url].data ??= new Promise((take, fail) => {
    files[url].take = take;
    const script = document.createElement("script");
    script.onload = () => script.remove();
    script.onerror = () => {
      delete files[url];
      fail(Error(url));
    };
    script.src = url;
    document.head.append(script);
  });
};
window.verbale = {take: (url, data) => files[url].take(data)};
