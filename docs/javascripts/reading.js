// On paper every list is open.
addEventListener("beforeprint", () => { for (const list of document.querySelectorAll("details")) list.open = true; });

// A page that somebody is about to open (the pointer rests on its link, or a finger comes down on it) is fetched ahead:
// only where the browser has the means, and never on a line that is metered, slow, or told to save data.
const line = navigator.connection;
if (HTMLScriptElement.supports?.("speculationrules") && line && !line.saveData && line.type !== "cellular" && line.effectiveType === "4g") {
  const rules = document.createElement("script");
  rules.type = "speculationrules";
  // one text as it stands: the content policy knows it by its digest (scripts/sitekit/hosting/policy.py)
  rules.textContent = '{"prefetch":[{"where":{"and":[{"href_matches":"/*"},{"not":{"selector_matches":"[download],[rel~=nofollow],.site-enlarge"}}]},"eagerness":"moderate"}]}';
  document.head.append(rules);
}
