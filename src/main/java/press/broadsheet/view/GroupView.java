package press.broadsheet.view;

import java.util.List;

/**
 * Links under a heading: the tags that begin with one letter, the months of one year.
 *
 * @param title may be empty
 * @param address of the whole group; empty if none
 * @param links in the order of the language; months newest first
 */
public record GroupView(String title, String address, List<CountView> links) {}
