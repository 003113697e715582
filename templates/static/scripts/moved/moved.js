// Leads on from an old address to the new one, and to the place in the page that was asked for, which a refresh would lose.

const link = document.querySelector("main a[href]");
if (link) location.replace(location.hash ? link.href.split("#")[0] + location.hash : link.href);
