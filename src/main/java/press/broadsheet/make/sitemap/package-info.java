/** What crawlers read: sitemaps, the news sitemap, robots.txt, llms.txt, the web manifest. */
@NullMarked
package press.broadsheet.make.sitemap;

import org.jspecify.annotations.NullMarked;
