// Files of data, each a script that is loaded once and hands its data over: the only way that works from disk too.

const files = {};

const load = name => {
  const url = `search/${name}.js`;
  return (files[url] ??= (() => {
    const script = document.createElement("script");
    const file = {};
    file.data = new Promise((take, fail) => {
      file.take = take;
      script.onerror = () => {
        delete files[url];
        fail(Error(url));
      };
    });
    script.onload = () => script.remove();
    script.src = url;
    document.head.append(script);
    return file;
  })()).data;
};

window.verbale = {take: (url, data) => files[url].take(data)};
