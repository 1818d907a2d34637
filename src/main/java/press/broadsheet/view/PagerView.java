package press.broadsheet.view;

/** Ways between the pages of a list; each is empty if there is none. {@code root} shows the newest. {@code page} is 0 on the root. */
public record PagerView(int page, String root, String newer, String older) {}
