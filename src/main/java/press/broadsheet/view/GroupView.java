package press.broadsheet.view;

import java.util.List;

/** Links under a heading, for example the tags that begin with one letter or the months of one year. The title may be empty. */
public record GroupView(String title, String address, List<CountView> links) {}
