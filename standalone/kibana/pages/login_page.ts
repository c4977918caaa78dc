import { escapeHtml, htmlPage } from './html';

/** The log-in form. @param next where to go afterwards, an address of this server */
export const loginPage = (options: {
  readonly next: string;
  readonly username?: string;
  readonly problem?: string;
}): string => {
  const problem = options.problem
    ? `<div class="problem" role="alert" id="problem" data-test-subj="loginErrorMessage">${escapeHtml(options.problem)}</div>`
    : '';
  const described = options.problem ? ' aria-describedby="problem"' : '';
  return htmlPage(
    'Log in',
    `<h1>Voice phishing</h1><p>Log in with your Elasticsearch username and password.</p>${problem}
<form method="post" action="/login">
<input type="hidden" name="next" value="${escapeHtml(options.next)}">
<label for="username">Username</label>
<input id="username" name="username" autocomplete="username" required autofocus value="${escapeHtml(options.username ?? '')}" data-test-subj="loginUsername"${described}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required data-test-subj="loginPassword"${described}>
<button type="submit" data-test-subj="loginSubmit">Log in</button></form>`
  );
};
