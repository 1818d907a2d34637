package press.broadsheet.view;

/** A named link to a list, with how many articles it holds. */
public record CountView(String name, String address, int count) {}
