#!/usr/bin/env bash
# Comes last, so that the summary and the comment are there whatever it says.
set -euo pipefail
case $CODE in
  0) ;;
  1)
    if [ "$APPROVED" = true ]; then
      echo "changes of significance $FAIL_ON or more, approved by the label $LABEL"
    else
      echo "::error title=argmap diff::changes of significance $FAIL_ON or more; the label $LABEL on the pull request approves them"
      exit 1
    fi
    ;;
  3)
    echo "::error title=argmap diff::an argument file could not be read whole, so only the rest of it was compared"
    exit 1
    ;;
  *) exit "$CODE" ;;
esac
