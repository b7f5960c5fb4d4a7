// The page of the API reference has no language.
document.documentElement.lang = "en";
