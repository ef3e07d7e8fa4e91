// Loads the page again when the site was built anew, and says when it could not be.
(() => {
  "use strict";
  const problem = document.createElement("div");
  problem.className = "problem";
  problem.setAttribute("role", "alert");
  const events = new EventSource("/.changes");
  let lost = false;
  events.addEventListener("error", () => { lost = true; });
  events.addEventListener("open", () => { if (lost) location.reload(); }); // the preview was started again
  events.addEventListener("built", () => location.reload());
  events.addEventListener("problem", (event) => {
    problem.textContent = event.data;
    document.body.prepend(problem);
  });
})();
