import { escapeHtml, htmlPage } from './html';

/** Shown while Elasticsearch does not answer; it looks again by itself every 5 seconds. */
export const elasticsearchDownPage = (sentence: string): string =>
  htmlPage(
    'Elasticsearch does not answer',
    `<h1>Elasticsearch does not answer</h1><p role="status">${escapeHtml(sentence)}</p>
<p>This page looks again every 5 seconds.</p>`,
    '<meta http-equiv="refresh" content="5">'
  );

/** Shown to a person who may log in but has no Kibana privileges. */
export const noAccessPage = (username: string): string =>
  htmlPage(
    'No access',
    `<h1>You do not have permission to access this page</h1>
<p>${escapeHtml(username)} has no Kibana privileges in this space. Ask an administrator for a role with the Kibana privilege "Voice phishing", or log in as somebody else.</p>
<a class="button" href="/logout" data-test-subj="logOutLink">Log in as somebody else</a>`
  );
