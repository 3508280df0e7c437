/** Style sheets are taken up by the bundler: importing one puts it into `page.css`. */
declare module '*.css';
