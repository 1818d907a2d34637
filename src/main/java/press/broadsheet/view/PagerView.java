package press.broadsheet.view;

/**
 * Ways between the pages of a list; each is empty if there is none.
 *
 * @param page 0 on the root, which shows the newest; from 1 counted from the oldest
 * @param root the list's root
 * @param newer the next page towards the newest
 * @param older the next page towards the oldest
 */
public record PagerView(int page, String root, String newer, String older) {}
