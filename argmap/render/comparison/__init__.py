"""Drawing a comparison: places are worked out here, so no layout engine is asked, and bytes never depend on one."""
