/** All `*.web.test.ts` files, put together by the build. */
declare module 'virtual:web-suite' {}
declare module 'mocha/mocha.js' {}
