package press.broadsheet.view;

/**
 * A named link to a list.
 *
 * @param name as readers see it
 * @param address root-relative
 * @param count how many articles the list holds
 */
public record CountView(String name, String address, int count) {}
