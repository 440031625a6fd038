/** The browser is found on the machine or comes from npm; puppeteer itself downloads nothing. */
module.exports = { skipDownload: true };
