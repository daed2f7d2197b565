"""What commands show in a terminal: for reading on 80 columns, and plain where it is piped."""
